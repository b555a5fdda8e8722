using System.Reflection;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Local.Tests;

public sealed class ErrorsTests
{
    [Fact]
    public void The_error_names_of_the_attributes_are_those_of_Step_Functions()
    {
        var names = typeof(Errors).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.Name != nameof(Errors.LambdaTransient)).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(name, ErrorNames.Reserved));
        Assert.Equal(ErrorNames.LambdaTransient, Errors.LambdaTransient.Split(','));
    }
}
