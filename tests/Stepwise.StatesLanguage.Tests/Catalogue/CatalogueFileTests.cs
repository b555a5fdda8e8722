using System.Globalization;
using Stepwise.Catalogue;
using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.StatesLanguage.Tests.Catalogue;

/// <summary>What the program writes, the reader reads.</summary>
public sealed class CatalogueFileTests
{
    [Fact]
    public void A_service_is_read_as_its_model_has_it()
    {
        var catalogue = Read(SmallModel.File());
        Assert.Equal("tests 1.0", catalogue.Source);
        Assert.Equal(["small"], catalogue.Names);
        Assert.True(catalogue.TryFind("small", out var service));
        Assert.Equal("small-things", service.SigningName);
        Assert.Equal("Small.SmallException", service.GenericError);
        Assert.Equal(["ping", "putThing"], service.Actions.Select(action => action.Name));
        Assert.True(service.TryFind("ping", out var ping));
        Assert.Empty(ping.Request.Members);
        Assert.Empty(ping.Response.Members);

        Assert.True(catalogue.TryFind("small", "putThing", out var action));
        Assert.Equal(["Small.NoSuchThingException", "Small.ThingLimitException"], action.Errors);
        Assert.Equal(
            ["Thing! Structure ", "RoleARN! Text RoleArn", "ClientToken Text ", "Settings Document ", "Filter Document "],
            action.Request.Members.Select(member => $"{member.Name}{(member.IsRequired ? "!" : "")} {member.Shape.Kind} {member.Shape.TypeName}"));

        var thing = action.Response;
        Assert.Equal(
            ["KmsKeyId Text", "Parts List", "ByName Map", "Size Number", "IsGood Boolean", "Since Timestamp", "Bytes Blob", "Color Text"],
            thing.Members.Select(member => $"{member.Name} {member.Shape.Kind}"));
        Assert.Same(thing, Member(thing, "Parts").Element);
        Assert.Same(thing, Member(thing, "ByName").Element);
        Assert.Same(thing, Member(action.Request, "Thing"));
        Assert.Equal(["RED", "GREEN"], Member(thing, "Color").Values);
        Assert.Throws<InvalidOperationException>(() => thing.Element);
        Assert.False(catalogue.TryFind("small", "putThings", out _));
        Assert.False(catalogue.TryFind("Small", out _));
        Assert.Equal("putThing", service.Closest("putThings"));
        Assert.Equal("small", catalogue.Closest("smal"));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes_in_every_culture()
    {
        var expected = SmallModel.File();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // In Turkish, the small letter of I is a letter without a dot.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(expected, SmallModel.File());
            Assert.Equal("IpId", WireNames.Member("IPId"));
            Assert.Equal("iotwireless", WireNames.Service("IOT Wireless"));
            Assert.True(Read(expected).TryFind("small", "putThing", out _));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_damaged_file_gives_an_error_that_says_so()
    {
        var file = SmallModel.File();
        for (var i = 0; i < file.Length; i++)
        {
            var damaged = (byte[])file.Clone();
            damaged[i] ^= 0x10;
            var error = Record.Exception(() => ReadAll(damaged));

            // The padding of deflate has bits that mean nothing.
            Assert.True(error is null or InvalidDataException, $"Byte {i}: {error}");
            if (error is null)
            {
                Assert.Equal(Describe(file), Describe(damaged));
            }
        }

        for (var length = 0; length < file.Length; length++)
        {
            Assert.IsType<InvalidDataException>(Record.Exception(() => ReadAll(file[..length])));
        }

        var block = (byte[])file.Clone();
        block[^8] ^= 0xFF;
        Assert.Equal("The catalogue of services is damaged in the service small.", Assert.Throws<InvalidDataException>(() => ReadAll(block)).Message);
        Assert.Equal("The file is not a catalogue of services.", Assert.Throws<InvalidDataException>(() => Read([.. "MZ"u8, .. new byte[100]])).Message);
        block = (byte[])file.Clone();
        block[4] = 9;
        Assert.Equal("The catalogue of services has the format 9, and this reader knows the format 1.", Assert.Throws<InvalidDataException>(() => Read(block)).Message);
    }

    [BotocoreFact]
    public void The_file_in_the_repository_is_what_the_program_makes_of_the_same_botocore()
    {
        var source = "botocore " + ApiModel.VersionOf(BotocoreFactAttribute.Folder!);
        if (source != ServiceCatalogue.Aws.Source)
        {
            return;
        }

        // Another version of the runtime can deflate in another way, so the contents are compared.
        var made = Read(CatalogueWriter.Write(source, ApiModel.ReadAll(BotocoreFactAttribute.Folder!)));
        Assert.Equal(made.Names, ServiceCatalogue.Aws.Names);
        foreach (var name in made.Names)
        {
            Assert.True(made.TryFind(name, out var expected) && ServiceCatalogue.Aws.TryFind(name, out _));
            ServiceCatalogue.Aws.TryFind(name, out var actual);
            Assert.Equal(expected.Actions.Select(Describe), actual!.Actions.Select(Describe));
        }
    }

    private static ServiceCatalogue Read(byte[] file) => ServiceCatalogue.Read(() => new MemoryStream(file));

    private static void ReadAll(byte[] file) => Describe(file);

    private static string Describe(byte[] file)
    {
        var catalogue = Read(file);
        return catalogue.Source + string.Concat(catalogue.Names.SelectMany(name => catalogue.TryFind(name, out var service) ? service.Actions.Select(Describe) : []));
    }

    private static string Describe(ApiAction action) => $"{action.Name} {string.Join(' ', action.Errors)} {Describe(action.Request, 3)} {Describe(action.Response, 3)}";

    private static string Describe(ApiShape shape, int depth) => depth == 0 ? shape.Kind.ToString()
        : $"{shape.Kind} {shape.TypeName} {string.Join(' ', shape.Values)}"
            + (shape.Kind is ApiShapeKind.List or ApiShapeKind.Map ? $"[{Describe(shape.Element, depth - 1)}]" : "")
            + string.Concat(shape.Members.Select(member => $"{{{member.Name} {member.IsRequired} {Describe(member.Shape, depth - 1)}}}"));

    private static ApiShape Member(ApiShape shape, string name) => shape.TryFind(name, out var member) ? member.Shape : throw new InvalidOperationException($"There is no member {name}.");
}
