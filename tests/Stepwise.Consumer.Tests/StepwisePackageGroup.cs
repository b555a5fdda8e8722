namespace Stepwise.Consumer.Tests;

[CollectionDefinition(Name)]
public sealed class StepwisePackageGroup : ICollectionFixture<StepwisePackage>
{
    public const string Name = "package";
}
