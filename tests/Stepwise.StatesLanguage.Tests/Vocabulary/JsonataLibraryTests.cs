using Stepwise.Jsonata.Functions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Tests.Vocabulary;

public class JsonataLibraryTests
{
    [Fact]
    public void It_has_the_functions_of_the_evaluator_and_those_of_Step_Functions()
    {
        var expected = FunctionLibrary.All.Keys.Concat(["partition", "range", "hash", "random", "uuid", "parse"]).Distinct();

        Assert.Equal(expected.Order(StringComparer.Ordinal), JsonataLibrary.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sum", true)]
    [InlineData("eval", true)]
    [InlineData("states", true)]
    [InlineData("total", false)]
    public void A_variable_must_not_hide_a_function(string name, bool expected) => Assert.Equal(expected, JsonataLibrary.IsTaken(name));
}
