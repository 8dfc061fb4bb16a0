"""Calls more often than the server lets it, one after the other with retries, and at once without. Prints what came of it as one JSON object.

Usage: python3 throttled.py ENDPOINT
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


def refusals(endpoint, attempts, calls, at_once):
    config = Config(retries={"mode": "standard", "total_max_attempts": attempts}, max_pool_connections=at_once)
    sfn = boto3.client("stepfunctions", endpoint_url=endpoint, region_name="us-east-1", config=config)

    def call(_):
        try:
            sfn.list_state_machines()
        except ClientError as error:
            return f'{error.response["Error"]["Code"]} {error.response["ResponseMetadata"]["HTTPStatusCode"]}'

    with ThreadPoolExecutor(at_once) as pool:
        return sorted({refused for refused in pool.map(call, range(calls)) if refused})


def main(endpoint):
    print(json.dumps({"refusedWithRetries": refusals(endpoint, 12, 12, 1), "refusedWithout": refusals(endpoint, 1, 24, 24)}))


main(*sys.argv[1:])
