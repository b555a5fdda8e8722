namespace Stepwise.Local.Tests.Hostile;

/// <summary>Tests that look at what nobody observed: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostileGroup
{
    public const string Name = "hostile";
}
