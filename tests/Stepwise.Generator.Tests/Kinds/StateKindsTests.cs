using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Kinds;

public sealed class StateKindsTests
{
    [Fact]
    public void Every_model_of_a_state_has_a_kind()
    {
        var models = typeof(StateModel).Assembly.GetTypes().Where(static type => type is { IsAbstract: false } && typeof(StateModel).IsAssignableFrom(type));
        Assert.Equal(models.Select(static type => type.Name).Order(), StateKinds.All.ModelTypes.Select(static type => type.Name).Order());
    }
}
