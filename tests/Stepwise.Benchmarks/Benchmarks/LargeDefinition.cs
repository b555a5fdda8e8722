using System.Globalization;
using System.Text;

namespace Stepwise.Benchmarks;

/// <summary>A valid definition of any size: tasks in a row, every fourth followed by a choice.</summary>
internal static class LargeDefinition
{
    public static string Text(int states)
    {
        var builder = new StringBuilder("{\n  \"StartAt\": \"State0\",\n  \"States\": {\n");
        for (var i = 0; i < states; i++)
        {
            builder.Append(CultureInfo.InvariantCulture, $"    \"State{i}\": ");
            builder.Append(i % 4 == 3 ? Choice(i + 1) : Task(i, i + 1));
            builder.Append(",\n");
        }

        return builder.Append(CultureInfo.InvariantCulture, $"    \"State{states}\": {{ \"Type\": \"Succeed\" }}\n  }}\n}}\n").ToString();
    }

    private static string Task(int index, int next) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
              "Type": "Task",
              "Comment": "Writes line \u0022{{index}}\u0022 of the report, and caf\u00e9.",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {
                "FunctionName": "${ReportFunctionArn}",
                "Payload": { "line.$": "$.lines[{{index}}]", "weight": {{index}}.25, "isLast": false, "tags": ["a", "b", null] }
              },
              "ResultPath": "$.results.line{{index}}",
              "TimeoutSeconds": 30,
              "Retry": [{ "ErrorEquals": ["Lambda.ServiceException", "Lambda.TooManyRequestsException"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2.0 }],
              "Next": "State{{next}}"
            }
        """);

    private static string Choice(int next) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
              "Type": "Choice",
              "Choices": [
                { "And": [{ "Variable": "$.weight", "NumericGreaterThan": 10 }, { "Variable": "$.status", "StringEquals": "ready" }], "Next": "State{{next}}" }
              ],
              "Default": "State{{next}}"
            }
        """);
}
