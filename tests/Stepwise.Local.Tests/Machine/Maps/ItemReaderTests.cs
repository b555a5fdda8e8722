using System.IO.Compression;
using System.Text;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Machine.Maps;

public sealed class ItemReaderTests : IDisposable
{
    private readonly BucketFixture _bucket = new();

    public void Dispose() => _bucket.Dispose();

    [Theory]
    [InlineData("id,name\n1,Ann\n2,Bob\n", """ "CSVHeaderLocation":"FIRST_ROW" """, """[{"id":"1","name":"Ann"},{"id":"2","name":"Bob"}]""")]
    [InlineData("1|\"a|b\"\r\n2|c\r\n", """ "CSVHeaderLocation":"GIVEN","CSVHeaders":["id","name"],"CSVDelimiter":"PIPE" """, """[{"id":"1","name":"a|b"},{"id":"2","name":"c"}]""")]
    [InlineData("id;n\n1;x\n", """ "CSVHeaderLocation":"FIRST_ROW","CSVDelimiter":"SEMICOLON" """, """[{"id":"1","n":"x"}]""")]
    [InlineData("id\tn\n1\tx\n", """ "CSVHeaderLocation":"FIRST_ROW","CSVDelimiter":"TAB" """, """[{"id":"1","n":"x"}]""")]
    [InlineData("id n\n1 x\n", """ "CSVHeaderLocation":"FIRST_ROW","CSVDelimiter":"SPACE" """, """[{"id":"1","n":"x"}]""")]
    [InlineData("a,b\n1\n1,2,3\n", """ "CSVHeaderLocation":"FIRST_ROW" """, """[{"a":"1","b":""},{"a":"1","b":"2"}]""")]
    [InlineData("a\n1\n2\n3\n", """ "CSVHeaderLocation":"FIRST_ROW","MaxItems":2 """, """[{"a":"1"},{"a":"2"}]""")]
    [InlineData("a\n1\n2\n", """ "CSVHeaderLocation":"FIRST_ROW","MaxItems":0 """, """[{"a":"1"},{"a":"2"}]""")]
    [InlineData("a,b\n", """ "CSVHeaderLocation":"FIRST_ROW" """, "[]")]
    [InlineData("", """ "CSVHeaderLocation":"FIRST_ROW" """, "[]")]
    public async Task Delimited_text_gives_an_object_of_strings_for_each_row(string text, string config, string expected)
    {
        _bucket.Put("data/file.csv", text);

        var run = await Read("\"InputType\":\"CSV\"," + config, "data/file.csv");

        Assert.Equal(expected, run.Output!.ToJson());
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_header()
    {
        _bucket.Put("file.csv", "id\n1\n", new UTF8Encoding(true));

        var run = await Read("""
            "InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"
            """, "file.csv");

        Assert.Equal("""[{"id":"1"}]""", run.Output!.ToJson());
    }

    [Fact]
    public async Task What_gzip_compressed_is_read()
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
        {
            gzip.Write("{\"a\":1}\n\n{\"a\":2}\n"u8);
        }

        _bucket.Put("file.jsonl.gz", compressed.ToArray());

        Assert.Equal("""[{"a":1},{"a":2}]""", (await Read("\"InputType\":\"JSONL\"", "file.jsonl.gz")).Output!.ToJson());
    }

    [Fact]
    public async Task What_zstandard_compressed_is_refused_with_a_way_out()
    {
        _bucket.Put("file.jsonl.zstd", [0x28, 0xB5, 0x2F, 0xFD, 0]);

        Assert.StartsWith("'S3://bucket/file.jsonl.zstd' cannot be read: files compressed by Zstandard are not read locally.", (await Read("\"InputType\":\"JSONL\"", "file.jsonl.zstd")).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1,2,3]", """ "MaxItems":2 """, "[1,2]")]
    [InlineData("[]", """ "MaxItems":2 """, "[]")]
    [InlineData("""{"a":{"b/c":[1,2]}}""", """ "ItemsPointer":"/a/b~1c" """, "[1,2]")]
    [InlineData("""[[0],[1,2]]""", """ "ItemsPointer":"/1" """, "[1,2]")]
    [InlineData("""{"x":1,"y":2}""", """ "MaxItems":0 """, """[{"Key":"x","Value":1},{"Key":"y","Value":2}]""")]
    public async Task Json_gives_the_elements_of_an_array_or_the_members_of_an_object(string text, string config, string expected)
    {
        _bucket.Put("file.json", text);

        Assert.Equal(expected, (await Read("\"InputType\":\"JSON\"," + config, "file.json")).Output!.ToJson());
    }

    [Theory]
    [InlineData("JSONL", "{\"a\":1}\n{\"a\":\n", "", "Line 2 of the file is not valid JSON: column ")]
    [InlineData("JSON", "[1,\n2", "", "The file is not valid JSON: line 2, column ")]
    [InlineData("JSON", "\"text\"", "", "Attempting to map over non-iterable node.")]
    [InlineData("JSON", "{}", ",\"ItemsPointer\":\"/a\"", "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.")]
    [InlineData("CSV", "a,b,a\n1,2,3", ",\"CSVHeaderLocation\":\"FIRST_ROW\"", "CSV headers cannot contain duplicates.")]
    [InlineData("CSV", "a\n\"1\n", ",\"CSVHeaderLocation\":\"FIRST_ROW\"", "The quoted field in the record that begins on line 2 does not end.")]
    [InlineData("PARQUET", "PAR1", "", "'S3://bucket/file' cannot be read: Parquet files are not read locally.")]
    public async Task What_cannot_be_read_fails_the_map_run(string type, string text, string config, string cause)
    {
        _bucket.Put("file", text);

        var run = await Read($"\"InputType\":\"{type}\"{config}", "file");

        Assert.Equal("States.ItemReaderFailed", run.Error);
        Assert.StartsWith(cause, run.Cause, StringComparison.Ordinal);
        Assert.Equal("1:ExecutionStarted<0 2:MapStateEntered<0 3:MapStateStarted<2 4:MapRunStarted<3 5:MapRunFailed<4 6:MapStateFailed<5 7:ExecutionFailed<6", Local.Trail(run));
        Assert.Equal(MapRunStatus.Failed, Assert.Single(run.MapRuns).Status);
    }

    [Theory]
    [InlineData("bucket", "none.json", "The specified key does not exist.")]
    [InlineData("bucket", "../outside.json", "The specified key does not exist.")]
    [InlineData("bucket", "../bucket-2/file.json", "The specified key does not exist.")]
    [InlineData("none", "file.json", "The specified bucket does not exist")]
    [InlineData("..", "file.json", "The specified bucket does not exist")]
    public async Task An_object_that_is_not_there_is_aws_error(string bucket, string key, string cause)
    {
        File.WriteAllText(Path.Combine(_bucket.Root, "outside.json"), "[1]");
        Directory.CreateDirectory(Path.Combine(_bucket.Root, "bucket-2"));
        File.WriteAllText(Path.Combine(_bucket.Root, "bucket-2", "file.json"), "[1]");

        var run = await Read("\"InputType\":\"JSON\"", key, bucket);

        Assert.Equal("States.ItemReaderFailed", run.Error);
        Assert.StartsWith(cause, run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_the_error_says_what_to_set()
    {
        var run = await Local.Run(Definition("\"InputType\":\"JSON\""), """{"Bucket":"b","Key":"k"}""");

        Assert.Equal("States.ItemReaderFailed", run.Error);
        Assert.Contains("LocalOptions.BucketFolder", run.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "States.ItemReaderFailed", "field MaxItems must be positive")]
    [InlineData("\"x\"", "States.Runtime", "An error occurred while executing the state 'A' (entered at the event id #2). The MaxItemsPath field refers to value \"x\" which is not a valid integer: $.MaxItems")]
    public async Task A_number_of_items_that_does_not_fit_is_refused(string value, string error, string cause)
    {
        _bucket.Put("file.json", "[1]");

        var run = await Local.Run(
            Definition("""
                "InputType":"JSON","MaxItemsPath":"$.MaxItems"
                """),
            """{"Bucket":"bucket","Key":"file.json","MaxItems":""" + value + "}",
            _bucket.Options);

        Assert.Equal((error, cause), (run.Error, run.Cause));
    }

    [Fact]
    public async Task A_listing_gives_what_s3_says_of_each_object_in_the_order_of_the_keys()
    {
        _bucket.Put("in/b.txt", "12345");
        _bucket.Put("in/a/x.txt", "1");
        _bucket.Put("out/c.txt", "1");

        var run = await List("");

        var items = (JsonArray)run.Output!;
        Assert.Equal(["in/a/x.txt", "in/b.txt"], items.Select(item => ((JsonString)((JsonObject)item)["Key"]!).Value));
        var described = (JsonObject)items[1];
        Assert.Equal(["Etag", "Key", "LastModified", "Size", "StorageClass"], described.Members.Select(member => member.Name));
        Assert.Equal("\"827ccb0eea8a706c4c34a16891f84e7b\"", ((JsonString)described["Etag"]!).Value);
        Assert.Equal((JsonValue)5, described["Size"]);
    }

    [Fact]
    public async Task A_listing_can_be_read_through()
    {
        _bucket.Put("in/1.jsonl", "{\"n\":1}\n{\"n\":2}\n");
        _bucket.Put("in/2.jsonl", "{\"n\":3}\n");

        var run = await List("""
            ,"ReaderConfig":{"InputType":"JSONL","Transformation":"LOAD_AND_FLATTEN"}
            """);

        Assert.Equal("""[{"n":1},{"n":2},{"n":3}]""", run.Output!.ToJson());
    }

    [Theory]
    [InlineData("\"InputType\":\"MANIFEST\"")]
    [InlineData("\"ManifestType\":\"S3_INVENTORY\"")]
    public async Task A_manifest_of_an_inventory_gives_the_objects_that_its_files_list(string config)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
        {
            gzip.Write("\"source\",\"a.txt\",\"12\"\n\"source\",\"b.txt\",\"7\"\n"u8);
        }

        _bucket.Put("inventory/data/1.csv.gz", compressed.ToArray());
        _bucket.Put("inventory/manifest.json", """
            {"sourceBucket":"source","destinationBucket":"arn:aws:s3:::bucket","version":"2016-11-30","fileFormat":"CSV","fileSchema":"Bucket, Key, Size",
             "files":[{"key":"inventory/data/1.csv.gz","size":1,"MD5checksum":"x"}]}
            """);

        var run = await Read(config, "inventory/manifest.json");

        Assert.Equal("""[{"Bucket":"source","Key":"a.txt","Size":"12"},{"Bucket":"source","Key":"b.txt","Size":"7"}]""", run.Output!.ToJson());
    }

    [Fact]
    public async Task A_manifest_of_athena_gives_the_rows_of_the_files_that_it_lists()
    {
        _bucket.Put("Out/1.csv", "a,b\n1,2\n");
        _bucket.Put("Out/2.csv", "a,b\n3,4\n");
        _bucket.Put("manifest.csv", "s3://bucket/Out/1.csv\ns3://bucket/Out/2.csv\n");

        var run = await Read("""
            "ManifestType":"ATHENA_DATA","InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"
            """, "manifest.csv");

        Assert.Equal("""[{"a":"1","b":"2"},{"a":"3","b":"4"}]""", run.Output!.ToJson());
    }

    [Fact]
    public async Task The_item_selector_knows_where_an_item_was_read_from()
    {
        _bucket.Put("file.json", "[7]");

        var run = await Local.Run(
            Definition("\"InputType\":\"JSON\"", """
                "ItemSelector":{"v.$":"$$.Map.Item.Value","from.$":"$$.Map.Item.Source"},
                """),
            """{"Bucket":"bucket","Key":"file.json"}""",
            _bucket.Options);

        Assert.Equal("""[{"v":7,"from":"S3://bucket/file.json"}]""", run.Output!.ToJson());
    }

    [Fact]
    public async Task A_jsonata_map_evaluates_arguments_and_limits()
    {
        _bucket.Put("file.json", "[1,2,3]");

        var run = await Local.Run(
            """
            {"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Map","End":true,
             "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Arguments":{"Bucket":"{% 'buc' & 'ket' %}","Key":"{% $states.input.k %}"},"ReaderConfig":{"InputType":"JSON","MaxItems":"{% 1 + 1 %}"}},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% $states.input * 10 %}","End":true}}}}}}
            """,
            """{"k":"file.json"}""",
            _bucket.Options);

        Assert.Equal("[10,20]", run.Output!.ToJson());
    }

    private Task<LocalExecution> Read(string config, string key, string bucket = "bucket")
        => Local.Run(Definition(config), JsonObject.Create(("Bucket", bucket), ("Key", key)).ToJson(), _bucket.Options);

    private Task<LocalExecution> List(string config) => Local.Run(
        Local.Machine("""
            {"Type":"Map","End":true,"ItemReader":{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"bucket","Prefix":"in/"}CONFIG},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}
            """.Replace("CONFIG", config, StringComparison.Ordinal)),
        "{}",
        _bucket.Options);

    private static string Definition(string config, string more = "") => Local.Machine("""
        {"Type":"Map","End":true,MORE"ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket.$":"$.Bucket","Key.$":"$.Key"},"ReaderConfig":{CONFIG}},
         "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}
        """.Replace("MORE", more, StringComparison.Ordinal).Replace("CONFIG", config, StringComparison.Ordinal));
}
