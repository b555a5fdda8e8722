using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Diagnostics;

/// <summary>Good code has no findings, not even information.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_campaign_sample_has_no_findings() =>
        Assert.Empty(TestBed.Analyze(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts)));

    [Fact]
    public void The_campaign_sample_in_JSONata_has_no_findings() =>
        Assert.Empty(TestBed.Analyze(TestBed.Compile(CampaignSample.InJsonata, CampaignSample.Contracts)));
}
