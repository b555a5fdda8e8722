using Stepwise.Local.Machine;

namespace Stepwise.Local.Tests.Machine;

public class UuidTests
{
    [Fact]
    public void The_same_random_numbers_give_the_same_UUID_of_version_4()
    {
        var (random, again) = (new Random(1), new Random(1));
        for (var i = 0; i < 100; i++)
        {
            var uuid = Uuid.Create(random);
            Assert.Equal(uuid, Uuid.Create(again));
            Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", uuid);
        }
    }

    [Fact]
    public void A_text_has_one_UUID_of_version_8()
    {
        Assert.Equal(Uuid.FromText("a"), Uuid.FromText("a"));
        Assert.NotEqual(Uuid.FromText("a"), Uuid.FromText("b"));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Uuid.FromText("a"));
    }
}
