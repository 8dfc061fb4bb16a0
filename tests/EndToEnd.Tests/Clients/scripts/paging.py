"""Reads lists through boto3's paginators, two items a page. Prints what was in them as one JSON object.

Usage: python3 paging.py ENDPOINT STATE_MACHINE EXECUTION
"""

import json
import sys

import boto3


def main(endpoint, machine, execution):
    sfn = boto3.client("stepfunctions", endpoint_url=endpoint, region_name="us-east-1")

    def pages_of(operation, items, **arguments):
        pages = sfn.get_paginator(operation).paginate(PaginationConfig={"PageSize": 2}, **arguments)
        return [page[items] for page in pages]

    executions = pages_of("list_executions", "executions", stateMachineArn=machine)
    history = pages_of("get_execution_history", "events", executionArn=execution)
    machines = pages_of("list_state_machines", "stateMachines")
    observed = {
        "executions": [sorted(found["name"] for page in executions for found in page), [len(page) for page in executions]],
        "events": [[event["id"] for event in page] for page in history],
        "machineIsListedOnce": [found["stateMachineArn"] for page in machines for found in page].count(machine) == 1,
    }
    print(json.dumps(observed))


main(*sys.argv[1:])
