"""One conversation with the server through boto3. Prints what was observed as one JSON object.

Usage: python3 conversation.py ENDPOINT NAME
"""

import datetime
import json
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ROLE = "arn:aws:iam::123456789012:role/any"
PAUSE = json.dumps({"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 3600, "End": True}}})


def greeting(text):
    parameters = {"text.$": f"States.Format('{text} {{}}', $.name)"}
    return json.dumps({"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "Parameters": parameters, "End": True}}})


def main(endpoint, name):
    sfn = boto3.client(
        "stepfunctions",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="any",
        aws_secret_access_key="any",
        # StartSyncExecution would otherwise call sync-127.0.0.1, which is nowhere.
        config=Config(inject_host_prefix=False),
    )

    def error_of(action, **arguments):
        try:
            action(**arguments)
        except ClientError as error:
            known = getattr(sfn.exceptions, error.response["Error"]["Code"], None)
            return error.response["Error"]["Code"] if known is None or isinstance(error, known) else "untyped"
        return None

    def ended(arn):
        while True:
            execution = sfn.describe_execution(executionArn=arn)
            if execution["status"] != "RUNNING":
                return execution
            time.sleep(0.02)

    machine = sfn.create_state_machine(name=name, definition=greeting("Hello"), roleArn=ROLE)["stateMachineArn"]
    first = sfn.start_execution(stateMachineArn=machine, name="first", input='{"name":"Ada"}')["executionArn"]
    execution = ended(first)
    history = sfn.get_execution_history(executionArn=first)["events"]
    ended(sfn.start_execution(stateMachineArn=machine, name="unnamed", input='{"name":"Bob"}')["executionArn"])

    express = sfn.create_state_machine(name=f"{name}-express", type="EXPRESS", definition=greeting("Hi"), roleArn=ROLE)["stateMachineArn"]
    synchronous = sfn.start_sync_execution(stateMachineArn=express, input='{"name":"Eve"}')

    waiting = sfn.create_state_machine(name=f"{name}-waiting", definition=PAUSE, roleArn=ROLE)["stateMachineArn"]
    long = sfn.start_execution(stateMachineArn=waiting)["executionArn"]
    sfn.stop_execution(executionArn=long, error="Enough", cause="waited long enough")
    stopped = ended(long)
    redrive_date = sfn.redrive_execution(executionArn=long, clientToken="once")["redriveDate"]
    redriven = sfn.describe_execution(executionArn=long)
    repeated = sfn.redrive_execution(executionArn=long, clientToken="once")["redriveDate"]
    listed = sfn.list_executions(stateMachineArn=waiting, redriveFilter="REDRIVEN")["executions"]
    redriven_history = sfn.get_execution_history(executionArn=long)["events"]

    sfn.update_state_machine(stateMachineArn=machine, definition=greeting("Good day"))
    after_update = ended(sfn.start_execution(stateMachineArn=machine, input='{"name":"Ada"}')["executionArn"])
    succeeded = sfn.list_executions(stateMachineArn=machine, statusFilter="SUCCEEDED")["executions"]
    machines = [found["name"] for found in sfn.list_state_machines()["stateMachines"]]

    observed = {
        "status": execution["status"],
        "output": execution["output"],
        "startDateIsADate": isinstance(execution["startDate"], datetime.datetime),
        "history": [event["type"] for event in history],
        "synchronousStatus": synchronous["status"],
        "synchronousOutput": synchronous["output"],
        "stoppedStatus": stopped["status"],
        "stoppedError": stopped["error"],
        "stoppedCause": stopped["cause"],
        "stoppedRedriveStatus": stopped["redriveStatus"],
        "redrivenStatus": redriven["status"],
        "redriveCounts": [redriven["redriveCount"]] + [found["redriveCount"] for found in listed],
        "redriveDatesAreOne": {redrive_date} == {redriven["redriveDate"], repeated, listed[0]["redriveDate"]},
        "redrivenHistory": [event["type"] for event in redriven_history],
        "outputAfterUpdate": after_update["output"],
        "succeededExecutions": len(succeeded),
        "seedWorkflows": sorted(set(machines) & {"OrderProcessing", "TransactionProcessor"}),
        "errors": [
            error_of(sfn.start_execution, stateMachineArn=machine, name="first", input='{"name":"Other"}'),
            error_of(sfn.describe_execution, executionArn=f"{first}-not-there"),
            error_of(sfn.start_execution, stateMachineArn=f"{machine}-not-there"),
            error_of(sfn.create_state_machine, name=f"{name}-broken", definition='{"StartAt":"Nowhere","States":{}}', roleArn=ROLE),
            error_of(sfn.create_state_machine, name=name, definition=PAUSE, roleArn=ROLE),
            error_of(sfn.start_execution, stateMachineArn=machine, input="not JSON"),
            error_of(sfn.redrive_execution, executionArn=first),
            error_of(sfn.create_state_machine, name="not a name", definition=PAUSE, roleArn=ROLE),
        ],
    }

    sfn.stop_execution(executionArn=long)
    for created in (machine, express, waiting):
        sfn.delete_state_machine(stateMachineArn=created)

    print(json.dumps(observed))


main(*sys.argv[1:])
