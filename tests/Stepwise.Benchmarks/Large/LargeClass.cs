using System.Globalization;
using System.Text;

namespace Stepwise.Benchmarks.Large;

/// <summary>Writes a workflow class with many states: tasks whose results later states read, choices that go on or go back, values that are composed, and waits.</summary>
internal static class LargeClass
{
    /// <summary>Writes the class.</summary>
    /// <param name="states">The number of states.</param>
    public static string Write(int states)
    {
        var text = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using Stepwise;

            namespace Orders;

            public sealed record Line(string Sku, int Quantity, decimal Price);
            public sealed record Checked(bool IsValid, int Count, string? Reason);

            [StateMachine("large")]
            [Retry(IntervalSeconds = 2, MaxAttempts = 3)]
            public sealed partial class Large
            {
                [Start(Next = nameof(S0))]
                public static partial void Start(string id, IReadOnlyList<Line> lines);


            """);
        for (var i = 0; i < states - 1; i++)
        {
            text.Append(State(i, i + 1 == states - 1 ? "End" : Name(i + 1)));
        }

        return text.Append("""
                [Succeed]
                public static partial void End();
            }

            """).ToString();
    }

    private static string State(int index, string next) => (index % 4) switch
    {
        0 => $"""
                [LambdaTask("check-{Number(index)}", TimeoutSeconds = 30, ResultName = "checked{Number(index)}", Next = nameof({next}))]
                public static partial Task<Checked> {Name(index)}(string id, IReadOnlyList<Line> lines);


            """,
        1 => $$"""
                [Choice]
                public static NextState {{Name(index)}}(Checked checked{{Number(index - 1)}}, string id) => checked{{Number(index - 1)}} switch
                {
                    { IsValid: true, Count: > 0 } => nameof({{next}}),
                    { Reason: "again" } when id != "" => nameof({{Name(index - 1)}}),
                    _ => nameof({{next}}),
                };


            """,
        2 => $$"""
                [Pass(ResultName = "summary{{Number(index)}}", Next = nameof({{next}}))]
                public static string {{Name(index)}}(Checked checked{{Number(index - 2)}}, IReadOnlyList<Line> lines, string id)
                {
                    var total = lines.Where(line => line.Quantity > 0).Sum(line => line.Quantity);
                    return $"{id}: {total} of {checked{{Number(index - 2)}}.Count}";
                }


            """,
        _ => $"""
                [Wait(5, Next = nameof({next}))]
                public static partial void {Name(index)}();


            """,
    };

    private static string Name(int index) => "S" + Number(index);

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
