using CsCheck;
using Stepwise.StatesLanguage.Manifest;

namespace Stepwise.StatesLanguage.Tests.Manifest;

/// <summary>What the generator writes is what the deployment reads: every member of the contract, also one that is added later.</summary>
public sealed class ManifestRoundTripTests
{
    [Fact]
    public void What_is_written_is_read_again() => Gen.Int.Sample(
        seed =>
        {
            var manifest = RandomManifest.Create(seed);
            Assert.Equal(ManifestText.Of(manifest), ManifestText.Of(WorkflowManifest.Parse(manifest.ToJson())));
        },
        iter: 500);

    [Fact]
    public void Random_manifests_differ_in_every_member()
    {
        // Otherwise the property above says nothing of a member.
        var texts = Enumerable.Range(0, 200).Select(RandomManifest.Create).Select(ManifestText.MembersOf).ToList();
        foreach (var member in texts[0].Keys)
        {
            Assert.True(texts.Select(members => members[member]).Distinct().Count() > 1, member);
        }
    }

    [Fact]
    public void The_smallest_manifest_has_defaults() =>
        Assert.Equal(ManifestText.Of(new WorkflowManifest { Name = "x" }), ManifestText.Of(WorkflowManifest.Parse("""{"name":"x"}""")));

    [Fact]
    public void An_unknown_kind_of_permission_is_refused() =>
        Assert.Throws<FormatException>(() => WorkflowManifest.Parse("""{"name":"x","permissions":[{"kind":"x","action":"a","resource":"*","reason":"r"}]}"""));
}
