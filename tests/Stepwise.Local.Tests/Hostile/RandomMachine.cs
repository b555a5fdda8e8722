using System.Globalization;
using System.Text;

namespace Stepwise.Local.Tests.Hostile;

/// <summary>Makes definitions at random, of every type of state. A task's result decides what a Choice does, so that machines have loops that end.</summary>
internal sealed class RandomMachine(Random random)
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work";

    private int _states;

    /// <summary>A definition that the seed determines.</summary>
    public static string Of(int seed) => new RandomMachine(new(seed)).Machine(0);

    private string Machine(int depth)
    {
        var count = random.Next(1, depth == 0 ? 7 : 4);
        var names = Enumerable.Range(0, count).Select(_ => "S" + (++_states).ToString(CultureInfo.InvariantCulture)).ToArray();
        var text = new StringBuilder("{\"StartAt\":\"" + names[0] + "\"" + (depth == 0 && random.Next(4) == 0 ? ",\"TimeoutSeconds\":" + Number(5, 60) : "") + ",\"States\":{");
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append('"').Append(names[i]).Append("\":").Append(State(names, i, depth));
        }

        return text.Append("}}").ToString();
    }

    private string State(string[] names, int i, int depth)
    {
        var isLast = i == names.Length - 1;
        var next = isLast ? "\"End\":true" : "\"Next\":\"" + names[i + 1] + "\"";
        return random.Next(depth < 2 ? 9 : 6) switch
        {
            0 => "{\"Type\":\"Pass\"," + (random.Next(2) == 0 ? "\"Result\":{\"n\":" + Number(0, 10) + "}," : "") + next + "}",
            1 => "{\"Type\":\"Wait\",\"Seconds\":" + Number(0, 20) + "," + next + "}",
            2 when !isLast => Choice(names, i),
            3 when isLast => random.Next(2) == 0 ? "{\"Type\":\"Succeed\"}" : "{\"Type\":\"Fail\",\"Error\":\"E" + Number(0, 3) + "\"}",
            6 => "{\"Type\":\"Parallel\",\"Branches\":[" + string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Machine(depth + 1))) + "],\"ResultSelector\":{\"n\":1}," + Handling(names, i) + next + "}",
            7 => "{\"Type\":\"Map\",\"ItemsPath\":\"$.items\",\"ItemSelector\":{\"n.$\":\"$$.Map.Item.Value\",\"items\":[1]},\"MaxConcurrency\":" + Number(0, 4) + ",\"ItemProcessor\":" + Machine(depth + 1)
                + ",\"ResultSelector\":{\"n\":2,\"items\":[1,2]}," + Handling(names, i) + next + "}",
            _ => "{\"Type\":\"Task\",\"Resource\":\"" + Function + "\"," + (random.Next(3) == 0 ? "\"TimeoutSeconds\":" + Number(1, 10) + "," : "") + Handling(names, i) + next + "}",
        };
    }

    private string Choice(string[] names, int i)
        => "{\"Type\":\"Choice\",\"Choices\":[{\"And\":[{\"Variable\":\"$.n\",\"IsPresent\":true},{\"Variable\":\"$.n\",\"NumericLessThan\":3}],\"Next\":\"" + names[random.Next(names.Length)] + "\"}],\"Default\":\"" + names[i + 1] + "\"}";

    private string Handling(string[] names, int i)
    {
        var text = "";
        if (random.Next(2) == 0)
        {
            text += "\"Retry\":[{\"ErrorEquals\":[\"" + (random.Next(2) == 0 ? "States.ALL" : "InvalidOperationException") + "\"],\"IntervalSeconds\":" + Number(1, 5) + ",\"MaxAttempts\":" + Number(0, 3)
                + (random.Next(2) == 0 ? ",\"JitterStrategy\":\"FULL\"" : "") + "}],";
        }

        if (i < names.Length - 1 && random.Next(2) == 0)
        {
            text += "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.error\",\"Next\":\"" + names[random.Next(i + 1, names.Length)] + "\"}],";
        }

        return text;
    }

    private string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);
}
