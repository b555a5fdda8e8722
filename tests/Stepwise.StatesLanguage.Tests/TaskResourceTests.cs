namespace Stepwise.StatesLanguage.Tests;

public sealed class TaskResourceTests
{
    [Theory]
    [InlineData("arn:aws:lambda:r:1:function:f", TaskResourceKind.Function, "", TaskPattern.RequestResponse)]
    [InlineData("arn:aws:states:r:1:activity:a", TaskResourceKind.Activity, "", TaskPattern.RequestResponse)]
    [InlineData("arn:aws:states:::sns:publish", TaskResourceKind.Optimized, "sns:publish", TaskPattern.RequestResponse)]
    [InlineData("arn:${Partition}:states:::glue:startJobRun.sync", TaskResourceKind.Optimized, "glue:startJobRun", TaskPattern.RunJob)]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", TaskResourceKind.Optimized, "states:startExecution", TaskPattern.RunJobVersion2)]
    [InlineData("arn:aws:states:us-east-1:123:aws-sdk:s3:getObject.waitForTaskToken", TaskResourceKind.Sdk, "aws-sdk:s3:getObject", TaskPattern.WaitForTaskToken)]
    [InlineData("${F}", TaskResourceKind.Substitution, "", TaskPattern.RequestResponse)]
    [InlineData("${F", TaskResourceKind.Invalid, "", TaskPattern.RequestResponse)]
    [InlineData("arn:aws:states:::", TaskResourceKind.Invalid, "", TaskPattern.RequestResponse)]
    [InlineData("arn:aws:sns:r:1:t", TaskResourceKind.Other, "", TaskPattern.RequestResponse)]
    [InlineData("", TaskResourceKind.Invalid, "", TaskPattern.RequestResponse)]
    public void Resources_are_taken_apart(string text, TaskResourceKind kind, string integration, TaskPattern pattern)
    {
        var resource = TaskResource.Parse(text);
        Assert.Equal((kind, integration, pattern), (resource.Kind, resource.Integration, resource.Pattern));
    }

    [Fact]
    public void There_are_39_comparison_operators() => Assert.Equal(39, ChoiceOperators.All.Count);
}
