"""Calls more often than the server lets it, once with retries and once without. Prints what came of it as one JSON object.

Usage: python3 throttled.py ENDPOINT
"""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


def refusals(endpoint, attempts):
    retries = {"mode": "standard", "total_max_attempts": attempts}
    sfn = boto3.client("stepfunctions", endpoint_url=endpoint, region_name="us-east-1", config=Config(retries=retries))
    for _ in range(12):
        try:
            sfn.list_state_machines()
        except ClientError as error:
            yield f'{error.response["Error"]["Code"]} {error.response["ResponseMetadata"]["HTTPStatusCode"]}'


def main(endpoint):
    print(json.dumps({"refusedWithRetries": sorted(set(refusals(endpoint, 12))), "refusedWithout": sorted(set(refusals(endpoint, 1)))}))


main(*sys.argv[1:])
