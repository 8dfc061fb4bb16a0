using System.Text.RegularExpressions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Resources.Services;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Tables;

public sealed class TableActionTests : IAsyncDisposable
{
    private const string Item = """{"TableName":"t","Item":{"id":{"S":"1"},"n":{"N":"1.50"},"m":{"M":{"a":{"L":[{"S":"x"},{"S":"y"}]}}},"s":{"SS":["b","a"]}}}""";

    private readonly ServiceWorld world = new(add: null, ("Tables:t", "id"), ("Tables:sorted", "id,at"), ("Tables:numbers:PartitionKey", "k"), ("Tables:numbers:PartitionKeyType", "N"));

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Puts_gets_and_deletes_an_item()
    {
        Assert.Equal("{}", await world.ResultAsync("dynamodb:putItem", Item));
        Assert.Equal(
            """{"Item":{"id":{"S":"1"},"n":{"N":"1.5"},"m":{"M":{"a":{"L":[{"S":"x"},{"S":"y"}]}}},"s":{"SS":["b","a"]}}}""",
            await world.ResultAsync("aws-sdk:dynamodb:getItem", """{"TableName":"t","Key":{"id":{"S":"1"}}}"""));
        Assert.Equal(
            """{"Attributes":{"id":{"S":"1"},"n":{"N":"1.5"},"m":{"M":{"a":{"L":[{"S":"x"},{"S":"y"}]}}},"s":{"SS":["b","a"]}}}""",
            await world.ResultAsync("dynamodb:deleteItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"ReturnValues":"ALL_OLD"}"""));
        Assert.Equal("{}", await world.ResultAsync("dynamodb:getItem", """{"TableName":"t","Key":{"id":{"S":"1"}}}"""));
    }

    [Fact]
    public async Task Shows_what_went_over_the_wire_only_by_hand()
    {
        var byHand = Assert.IsType<TaskOutcome.Succeeded>(await world.AskAsync("dynamodb:putItem", Item)).Output.ToString();
        var bySdk = Assert.IsType<TaskOutcome.Succeeded>(await world.AskAsync("aws-sdk:dynamodb:putItem", Item)).Output.ToString();

        Assert.StartsWith("""{"SdkHttpMetadata":{"AllHttpHeaders":{"x-amzn-RequestId":[""", byHand, StringComparison.Ordinal);
        Assert.Equal("{}", bySdk);
    }

    [Theory]
    [InlineData("SET n = n + :v", """{":v":{"N":"2"}}""", """{"n":{"N":"3.5"}}""")]
    [InlineData("SET n = :v - n", """{":v":{"N":"1e2"}}""", """{"n":{"N":"98.5"}}""")]
    [InlineData("set m.a[1] = :v, z = if_not_exists(z, :v)", """{":v":{"S":"new"}}""", """{"m":{"M":{"a":{"L":[{"S":"new"}]}}},"z":{"S":"new"}}""")]
    [InlineData("SET m.a = list_append(m.a, :v)", """{":v":{"L":[{"N":"1"}]}}""", """{"m":{"M":{"a":{"L":[{"S":"x"},{"S":"y"},{"N":"1"}]}}}}""")]
    [InlineData("SET m.a[9] = :v", """{":v":{"BOOL":true}}""", """{}""")]
    [InlineData("SET a = n, n = :v", """{":v":{"N":"0"}}""", """{"a":{"N":"1.5"},"n":{"N":"0"}}""")]
    [InlineData("ADD n :v, s :w", """{":v":{"N":"-1.5"},":w":{"SS":["c","a"]}}""", """{"n":{"N":"0"},"s":{"SS":["b","a","c"]}}""")]
    [InlineData("DELETE s :v", """{":v":{"SS":["a","zz"]}}""", """{"s":{"SS":["b"]}}""")]
    [InlineData("REMOVE m.a[0], n ADD count :v", """{":v":{"N":"1"}}""", """{"m":{"M":{"a":{"L":[{"S":"y"}]}}},"count":{"N":"1"}}""")]
    public async Task Updates_attributes_by_expressions(string expression, string values, string updated)
    {
        await world.ResultAsync("dynamodb:putItem", Item);

        var result = await world.ResultAsync(
            "dynamodb:updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"ReturnValues":"UPDATED_NEW","UpdateExpression":""" + $"\"{expression}\",\"ExpressionAttributeValues\":{values}}}");

        Assert.Equal(updated == "{}" ? "{}" : """{"Attributes":""" + updated + "}", result);
    }

    [Fact]
    public async Task Makes_the_item_that_it_updates_and_names_attributes_by_placeholders()
    {
        var result = await world.ResultAsync(
            "dynamodb:updateItem",
            """{"TableName":"t","Key":{"id":{"S":"new"}},"UpdateExpression":"SET #a.b = :v","ExpressionAttributeNames":{"#a":"n"},"ExpressionAttributeValues":{":v":{"S":"x"}},"ReturnValues":"ALL_NEW"}"""
                .Replace("#a.b", "#a", StringComparison.Ordinal));

        Assert.Equal("""{"Attributes":{"id":{"S":"new"},"n":{"S":"x"}}}""", result);
    }

    [Theory]
    [InlineData("attribute_exists(id) AND NOT attribute_exists(zz)", true)]
    [InlineData("attribute_not_exists(id)", false)]
    [InlineData("n BETWEEN :one AND :two and n <> :two", true)]
    [InlineData("n IN (:two, :one) OR (n > :one and size(s) = :two)", true)]
    [InlineData("begins_with(m.a[0], :x) and contains(s, :a) and attribute_type(n, :type)", true)]
    [InlineData("zz < :one or zz = :one", false)]
    [InlineData("n = :a", false)]
    public async Task Deletes_only_what_meets_the_condition(string condition, bool holds)
    {
        await world.ResultAsync("dynamodb:putItem", Item);
        var values = string.Join(',', new[] { "one:1:N", "two:2:N", "x:x:S", "a:a:S", "type:N:S" }
            .Select(value => value.Split(':'))
            .Where(value => Regex.IsMatch(condition, $":{value[0]}\\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(value => $"\":{value[0]}\":{{\"{value[2]}\":\"{value[1]}\"}}"));
        var given = values.Length == 0 ? "" : ",\"ExpressionAttributeValues\":{" + values + "}";
        var parameters = """{"TableName":"t","Key":{"id":{"S":"1"}},"ConditionExpression": """ + $"\"{condition}\"" + given + "}";

        if (holds)
        {
            Assert.Equal("{}", await world.ResultAsync("dynamodb:deleteItem", parameters));
        }
        else
        {
            Assert.Equal(
                ("DynamoDB.ConditionalCheckFailedException", "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; Request ID: *; Proxy: null)"),
                await world.FailureAsync("dynamodb:deleteItem", parameters));
            Assert.Equal(
                ("DynamoDb.ConditionalCheckFailedException", "The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)"),
                await world.FailureAsync("aws-sdk:dynamodb:deleteItem", parameters));
        }
    }

    [Theory]
    [InlineData("putItem", """{"TableName":"none","Item":{}}""", "ResourceNotFoundException", "Requested resource not found")]
    [InlineData("putItem", """{"TableName":null}""", null, "2 validation errors detected: Value null at 'item' failed to satisfy constraint: Member must not be null; Value null at 'tableName' failed to satisfy constraint: Member must not be null")]
    [InlineData("putItem", """{"TableName":"t","Item":{"a":{"S":"1"}}}""", null, "One or more parameter values were invalid: Missing the key id in the item")]
    [InlineData("putItem", """{"TableName":"t","Item":{"id":{"N":"1"}}}""", null, "One or more parameter values were invalid: Type mismatch for key id expected: S actual: N")]
    [InlineData("putItem", """{"TableName":"t","Item":{"id":{"S":""}}}""", null, "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id")]
    [InlineData("putItem", """{"TableName":"t","Item":{"id":{"S":"1"},"n":{"N":"x"}}}""", null, "The parameter cannot be converted to a numeric value: x")]
    [InlineData("getItem", """{"TableName":"t","Key":{"other":{"S":"1"}}}""", null, "The provided key element does not match the schema")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"SET a = :v"}""", null, "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :v")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"SET #a = b","ExpressionAttributeNames":{"#b":"b"}}""", null, "Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"SET a = b"}""", null, "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"REMOVE a.b"}""", null, "The document path provided in the update expression is invalid for update")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"REMOVE id"}""", null, "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"SET a b"}""", null, "Invalid UpdateExpression: Syntax error; token: \"b\", near: \"a b\"")]
    [InlineData("updateItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"AttributeUpdates":{}}""", null, "AttributeUpdates is a parameter of the time before expressions, which the tables here do not know: use an expression instead")]
    [InlineData("deleteItem", """{"TableName":"t","Key":{"id":{"S":"1"}},"ExpressionAttributeValues":{":v":{"S":"1"}}}""", null, "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}")]
    public async Task Refuses_in_the_words_of_the_service(string action, string parameters, string? type, string message)
    {
        var (error, cause) = await world.FailureAsync($"aws-sdk:dynamodb:{action}", parameters);
        var (errorByHand, causeByHand) = await world.FailureAsync($"dynamodb:{action}", parameters);

        Assert.Equal(($"DynamoDb.{type ?? "DynamoDbException"}", $"{message} (Service: DynamoDb, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)"), (error, cause));
        Assert.Equal(
            ($"DynamoDB.{type ?? "AmazonDynamoDBException"}", $"{message} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: {type ?? "ValidationException"}; Request ID: *; Proxy: null)"),
            (errorByHand, causeByHand));
    }

    [Fact]
    public async Task Writes_once_for_an_attempt_that_is_made_again()
    {
        const string increment = """{"TableName":"t","Key":{"id":{"S":"1"}},"UpdateExpression":"ADD n :v","ExpressionAttributeValues":{":v":{"N":"1"}},"ReturnValues":"ALL_NEW"}""";

        var first = await world.AskAsync("aws-sdk:dynamodb:updateItem", increment, attempt: 7);
        var again = await world.AskAsync("aws-sdk:dynamodb:updateItem", increment, attempt: 7);
        var retry = await world.AskAsync("aws-sdk:dynamodb:updateItem", increment, attempt: 8);

        Assert.Equal(first, again);
        Assert.Equal("""{"Attributes":{"id":{"S":"1"},"n":{"N":"2"}}}""", Assert.IsType<TaskOutcome.Succeeded>(retry).Output.ToString());
    }

    [Fact]
    public async Task Queries_a_partition_in_the_order_of_its_sort_keys()
    {
        foreach (var at in new[] { "3", "1", "2" })
        {
            await world.ResultAsync("dynamodb:putItem", $$$"""{"TableName":"sorted","Item":{"id":{"S":"a"},"at":{"S":"{{{at}}}"},"odd":{"BOOL":{{{(at == "2" ? "false" : "true")}}} } } }""");
        }

        await world.ResultAsync("dynamodb:putItem", """{"TableName":"sorted","Item":{"id":{"S":"b"},"at":{"S":"1"}}}""");
        const string from = """{"TableName":"sorted","ProjectionExpression":"#at","ExpressionAttributeNames":{"#at":"at"},"KeyConditionExpression":"id = :id""";

        Assert.Equal(
            """{"Count":3,"Items":[{"at":{"S":"1"}},{"at":{"S":"2"}},{"at":{"S":"3"}}],"ScannedCount":3}""",
            await world.ResultAsync("aws-sdk:dynamodb:query", from + "\"" + ""","ExpressionAttributeValues":{":id":{"S":"a"}}}"""));
        Assert.Equal(
            """{"Count":2,"Items":[{"at":{"S":"3"}},{"at":{"S":"2"}}],"LastEvaluatedKey":{"id":{"S":"a"},"at":{"S":"2"}},"ScannedCount":2}""",
            await world.ResultAsync("aws-sdk:dynamodb:query", from + "\"" + ""","ScanIndexForward":false,"Limit":2,"ExpressionAttributeValues":{":id":{"S":"a"}}}"""));
        Assert.Equal(
            """{"Count":1,"Items":[{"at":{"S":"3"}}],"ScannedCount":2}""",
            await world.ResultAsync("aws-sdk:dynamodb:query", from + """ and #at > :one","FilterExpression":"odd = :t","ExpressionAttributeValues":{":id":{"S":"a"},":one":{"S":"1"},":t":{"BOOL":true}}}"""));
        Assert.Equal(
            """{"Count":1,"Items":[{"id":{"S":"b"},"at":{"S":"1"}}],"ScannedCount":1}""",
            await world.ResultAsync("aws-sdk:dynamodb:scan", """{"TableName":"sorted","ExclusiveStartKey":{"id":{"S":"a"},"at":{"S":"3"}}}"""));
    }

    [Fact]
    public async Task Writes_several_items_together_or_none()
    {
        await world.ResultAsync(
            "aws-sdk:dynamodb:batchWriteItem", """{"RequestItems":{"t":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"PutRequest":{"Item":{"id":{"S":"b"}}}},{"DeleteRequest":{"Key":{"id":{"S":"c"}}}}]}}""");
        const string transaction = """{"TransactItems":[{"Delete":{"TableName":"t","Key":{"id":{"S":"a"}}}},{"Put":{"TableName":"t","Item":{"id":{"S":"b"}},"ConditionExpression":"attribute_not_exists(id)"}}]}""";

        var failure = await world.FailureAsync("aws-sdk:dynamodb:transactWriteItems", transaction);

        Assert.Equal(
            ("DynamoDb.TransactionCanceledException",
             "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed] (Service: DynamoDb, Status Code: 400, Request ID: *) (SDK Attempt Count: 1)"),
            failure);
        Assert.Equal(
            """{"Responses":{"t":[{"id":{"S":"a"}},{"id":{"S":"b"}}]},"UnprocessedKeys":{}}""",
            await world.ResultAsync("aws-sdk:dynamodb:batchGetItem", """{"RequestItems":{"t":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}},{"id":{"S":"c"}}]}}}"""));
    }

    [Fact]
    public async Task Sorts_numbers_by_their_value()
    {
        foreach (var number in new[] { "10", "9", "-1", "0", "-10", "0.5", "1e20", "-0.25" })
        {
            await world.ResultAsync("dynamodb:putItem", """{"TableName":"numbers","Item":{"k":{"N":""" + $"\"{number}\"" + "}}}");
        }

        Assert.Contains(
            """
            "Items":[{"k":{"N":"-10"}},{"k":{"N":"-1"}},{"k":{"N":"-0.25"}},{"k":{"N":"0"}},{"k":{"N":"0.5"}},{"k":{"N":"9"}},{"k":{"N":"10"}},{"k":{"N":"100000000000000000000"}}]
            """,
            await world.ResultAsync("aws-sdk:dynamodb:scan", """{"TableName":"numbers"}"""),
            StringComparison.Ordinal);
    }
}
