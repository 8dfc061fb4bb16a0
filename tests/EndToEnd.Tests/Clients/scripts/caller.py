"""Calls actions of the server through boto3, one for every line of standard input, and writes a line for each.

A request is {"action": "StartExecution", "request": {...}}, an answer {"answer": {...}} or {"refusal": {...}}.
Usage: python3 caller.py ENDPOINT
"""

import datetime
import json
import sys

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError


def plain(value):
    # A moment that the SDK did not take for one would be written as a number.
    return "<moment>" if isinstance(value, datetime.datetime) else str(value)


def outcome_of(sfn, action, request):
    try:
        answer = getattr(sfn, xform_name(action))(**request)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        known = getattr(sfn.exceptions, code, None)
        members = {name: value for name, value in error.response.items() if name not in ("Error", "ResponseMetadata", "message")}
        return {
            "refusal": {
                "name": code,
                "message": error.response["Error"]["Message"],
                "isTyped": known is not None and isinstance(error, known),
                "members": members,
            }
        }
    del answer["ResponseMetadata"]
    return {"answer": answer}


def main(endpoint):
    # StartSyncExecution and TestState would otherwise call sync-127.0.0.1, which is nowhere.
    sfn = boto3.client("stepfunctions", endpoint_url=endpoint, region_name="us-east-1", config=Config(inject_host_prefix=False))
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(outcome_of(sfn, asked["action"], asked["request"]), default=plain), flush=True)


main(*sys.argv[1:])
