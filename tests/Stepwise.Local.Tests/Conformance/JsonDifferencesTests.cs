using Stepwise.Conformance.Asl;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Conformance;

/// <summary>Recordings are compared by the rules under which they were made, and by no others.</summary>
public class JsonDifferencesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{"b":[true,null],"a":1.0}""")]
    [InlineData(""" "date" """, """ "2025-01-01T00:00:00.000Z" """)]
    [InlineData(""" "from date to date" """, """ "from 2025-01-01T00:00:00Z to 2026-01-01T00:00:00.123+01:00" """)]
    [InlineData(""" "<uuid:1>" """, """ "anything" """)]
    [InlineData(""" "arn:aws:states:us-east-1:111111111111:execution:<ArnPart_0idx>:<ExecArnPart_0idx>" """, """ "arn:aws:states:us-east-1:111111111111:execution:one:two" """)]
    [InlineData(""" "listed" """, """ 17 """)]
    [InlineData("""{"a":"b"}""", """ "{\"a\": \"b\"}" """)]
    [InlineData(""" "[1, 2.0]" """, """ "[1,2]" """)]
    [InlineData(""" "{\"a\": 1}" """, """ "{\"a\":1}" """)]
    [InlineData(""" "0.0" """, """ "0" """)]
    [InlineData("""{"errorType":"E","errorMessage":"m","requestId":"<uuid:1>","stackTrace":["x"]}""", """{"errorType":"E","errorMessage":"m","requestId":"1"}""")]
    [InlineData(""" "stateExitedEventDetails.output" """, """ "{}" """)]
    [InlineData(""" "The activity activity_arn does not exist." """, """ "The activity arn:aws:states:us-east-1:1:activity:a does not exist." """)]
    [InlineData(""" "sqs_queue_url" """, """ "fx.sqs_create_queue()" """)]
    [InlineData("""{"a":1}""", """{"a":1,"optional":2}""")]
    [InlineData("""{"a":1,"optional":2}""", """{"a":1}""")]
    [InlineData("""{"A":1,"SdkHttpMetadata":{"HttpStatusCode":200}}""", """{"A":1}""")]
    [InlineData(""" "{\"errorType\":\"E\",\"requestId\":<request-id>\",\"stackTrace\":[]}" """, """ "{\"errorType\":\"E\",\"requestId\":\"1\"}" """)]
    public void What_the_rules_let_pass_is_the_same(string expected, string actual) => Assert.Empty(Compare(expected, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", "/b: 2 instead of nothing")]
    [InlineData("""{"a":{"b~/":[1,2]}}""", """{"a":{"b~/":[1,3]}}""", "/a/b~0~1/1: 3 instead of 2")]
    [InlineData("[1,2]", "[1]", "/: [1] instead of [1,2]")]
    [InlineData(""" "date" """, """ "tomorrow" """, """/: "tomorrow" instead of "date" """)]
    [InlineData(""" "ends <uuid:1> here" """, """ "ends 1 there" """, """/: "ends 1 there" instead of "ends <uuid:1> here" """)]
    [InlineData("null", "0", "/: 0 instead of null")]
    [InlineData(""" "1" """, """ "2" """, """/: "2" instead of "1" """)]
    [InlineData("""{"errorType":"E","errorMessage":"m","stackTrace":[]}""", """{"errorType":"F","errorMessage":"m","stackTrace":[]}""", """/errorType: "F" instead of "E" """)]
    public void What_differs_is_reported_with_its_place_and_both_values(string expected, string actual, string difference)
        => Assert.Equal([difference.TrimEnd()], Compare(expected, actual));

    [Fact]
    public void A_member_that_is_missing_is_a_difference()
        => Assert.Equal(["/a: nothing instead of null"], Compare("""{"a":null}""", "{}"));

    private static IReadOnlyList<string> Compare(string expected, string actual)
    {
        var differences = new JsonDifferences(["listed"], ["optional"]);
        differences.Compare("", JsonValue.Parse(expected), JsonValue.Parse(actual));
        return differences.Found;
    }
}
