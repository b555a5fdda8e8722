using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class MapRuleTests
{
    private const string Inner = "'StartAt':'I','States':{'I':{'Type':'Succeed'}}";
    private const string Inline = "'ItemProcessor':{" + Inner + "}";
    private const string Distributed = "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'}," + Inner + "}";
    private const string Reader = Distributed + ",'ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':";

    private static string Map(string fields) => Check.OneState("{'Type':'Map'," + fields + ",'End':true}");

    [Theory]
    [InlineData("'Comment':''", "", "required: [ItemProcessor]")]
    [InlineData("'ItemProcessor':1", "/ItemProcessor", "type Object")]
    [InlineData(Inline + ",'Iterator':{" + Inner + "}", "", "[ItemProcessor, Iterator]")]
    [InlineData(Inline + ",'ItemSelector':{},'Parameters':{}", "", "[ItemSelector, Parameters]")]
    [InlineData("'ItemProcessor':{'QueryLanguage':'JSONata'," + Inner + "}", "/ItemProcessor", "Field 'QueryLanguage'")]
    [InlineData("'ItemProcessor':{'ProcessorConfig':{'Mode':'FOO'}," + Inner + "}", "/ItemProcessor/ProcessorConfig/Mode", "[INLINE, DISTRIBUTED]")]
    [InlineData("'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'}," + Inner + "}", "/ItemProcessor/ProcessorConfig", "required: [ExecutionType]")]
    [InlineData("'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'FAST'}," + Inner + "}", "/ItemProcessor/ProcessorConfig/ExecutionType", "[STANDARD, EXPRESS]")]
    [InlineData("'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE','ExecutionType':'STANDARD'}," + Inner + "}", "/ItemProcessor/ProcessorConfig", "Field 'ExecutionType'")]
    [InlineData(Inline + ",'ItemsPath':'$..items'", "/ItemsPath", "not a Reference Path")]
    [InlineData(Inline + ",'ItemsPath':null", "/ItemsPath", "type String")]
    [InlineData(Inline + ",'MaxConcurrency':-1", "/MaxConcurrency", "Minimum value is 0")]
    [InlineData(Inline + ",'MaxConcurrency':1,'MaxConcurrencyPath':'$.a'", "", "[MaxConcurrency, MaxConcurrencyPath]")]
    [InlineData(Inline + ",'MaxConcurrencyPath':'$$.Execution.Input.n'", "/MaxConcurrencyPath", "not a Reference Path")]
    [InlineData(Inline + ",'ToleratedFailurePercentage':101", "/ToleratedFailurePercentage", "Maximum value is 100")]
    [InlineData(Inline + ",'ToleratedFailureCount':-1", "/ToleratedFailureCount", "Minimum value is 0")]
    [InlineData(Inline + ",'ToleratedFailureCount':1,'ToleratedFailureCountPath':'$.a'", "", "[ToleratedFailureCount, ToleratedFailureCountPath]")]
    [InlineData(Inline + ",'QueryLanguage':'JSONata','Items':5", "/Items", "an array, an object or a JSONata expression")]
    [InlineData(Distributed + ",'ItemReader':{}", "/ItemReader", "required: [Resource]")]
    [InlineData(Distributed + ",'ItemReader':{'Resource':'arn:aws:states:::s3:putObject'}", "/ItemReader/Resource", "does not match any of the allowed values")]
    [InlineData(Reader + "{'InputType':'XML'}}", "/ItemReader/ReaderConfig/InputType", "[CSV, JSON, JSONL, MANIFEST, PARQUET]")]
    [InlineData(Reader + "{'InputType':'CSV'}}", "/ItemReader/ReaderConfig", "'CSVHeaderLocation' is required")]
    [InlineData(Reader + "{'InputType':'JSON','CSVHeaderLocation':'FIRST_ROW'}}", "/ItemReader/ReaderConfig", "Field 'CSVHeaderLocation'")]
    [InlineData(Reader + "{'InputType':'CSV','CSVHeaderLocation':'GIVEN'}}", "/ItemReader/ReaderConfig", "required: [CSVHeaders]")]
    [InlineData(Reader + "{'InputType':'CSV','CSVHeaderLocation':'FIRST_ROW','ItemsPointer':'/a'}}", "/ItemReader/ReaderConfig", "Field 'ItemsPointer'")]
    [InlineData(Reader + "{'Transformation':'LOAD_AND_FLATTEN'}}", "/ItemReader/ReaderConfig", "required: [InputType]")]
    [InlineData(Reader + "{'MaxItems':100000001}}", "/ItemReader/ReaderConfig/MaxItems", "Maximum value is 100000000")]
    [InlineData(Reader + "{'MaxItems':-1}}", "/ItemReader/ReaderConfig/MaxItems", "Minimum value is 0")]
    [InlineData(Reader + "{'MaxItems':1,'MaxItemsPath':'$.a'}}", "/ItemReader/ReaderConfig", "[MaxItems, MaxItemsPath]")]
    [InlineData(Distributed + ",'ItemBatcher':{'MaxItemsPerBatch':-1}", "/ItemBatcher/MaxItemsPerBatch", "Minimum value is 0")]
    [InlineData(Distributed + ",'ItemBatcher':{'MaxItemsPerBatch':1,'MaxItemsPerBatchPath':'$.a'}", "/ItemBatcher", "[MaxItemsPerBatch, MaxItemsPerBatchPath]")]
    [InlineData(Distributed + ",'ItemBatcher':{'MaxInputBytesPerBatch':262145}", "/ItemBatcher/MaxInputBytesPerBatch", "Maximum value is 262144")]
    [InlineData(Distributed + ",'ItemBatcher':{'BatchInput':{'a.$':'text'}}", "/ItemBatcher/BatchInput", "'a.$' must be a valid JSONPath")]
    [InlineData(Distributed + ",'QueryLanguage':'JSONata','ItemBatcher':{'MaxItemsPerBatchPath':'$.a'}", "/ItemBatcher", "field 'MaxItemsPerBatchPath' is only supported for the 'JSONPath'")]
    [InlineData(Distributed + ",'ResultWriter':{'Resource':'arn:aws:states:::s3:getObject'}", "/ResultWriter/Resource", "does not match any of the allowed values")]
    [InlineData(Distributed + ",'ResultWriter':{'WriterConfig':{'OutputType':'XML'}}", "/ResultWriter/WriterConfig/OutputType", "[JSON, JSONL]")]
    [InlineData(Distributed + ",'ResultWriter':{'WriterConfig':{'OutputType':'JSON','Transformation':'X'}}", "/ResultWriter/WriterConfig/Transformation", "[NONE, COMPACT, FLATTEN]")]
    public void Maps_are_checked(string fields, string place, string message) => Check.Refuses(Map(fields), "/States/S" + place, message);

    [Theory]
    [InlineData("ItemReader", "'Resource':'arn:aws:states:::s3:getObject'")]
    [InlineData("ItemBatcher", "'MaxItemsPerBatch':5")]
    [InlineData("ResultWriter", "'Resource':'arn:aws:states:::s3:putObject'")]
    public void What_is_documented_for_distributed_Maps_is_doubtful_elsewhere(string field, string fields)
        => Check.Warns(Map(Inline + ",'" + field + "':{" + fields + "}"), "/States/S/" + field, "only for a Map");

    [Theory]
    [InlineData(Inline + ",'ToleratedFailurePercentage':0.5")]
    [InlineData("'Iterator':{" + Inner + "},'ItemSelector':{'a.$':'$$.Map.Item.Value'}")]
    [InlineData(Inline + ",'ItemsPath':'$$.Execution.Input.items'")]
    [InlineData(Reader + "{'InputType':'PARQUET','MaxItems':0}}")]
    [InlineData(Reader + "{'InputType':'CSV','CSVHeaderLocation':'GIVEN','CSVHeaders':['a'],'Transformation':'LOAD_AND_FLATTEN'}}")]
    [InlineData(Distributed + ",'Label':'orders-1','ResultWriter':{'Resource':'arn:aws:states:::s3:putObject','Parameters':{'Bucket':'b'}}")]
    [InlineData(Inline + ",'QueryLanguage':'JSONata','Items':'{% [1..3] %}','MaxConcurrency':'{% 5 %}'")]
    public void Good_Maps_are_accepted(string fields) => Check.Accepts(Map(fields));

    [Theory]
    [InlineData("", "cannot be empty")]
    [InlineData("a b", "invalid characters")]
    [InlineData("a?", "invalid characters")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "40-character limit")]
    public void Labels_are_short_and_plain(string label, string message) => Check.Refuses(Map(Distributed + ",'Label':'" + label + "'"), "/States/S/Label", message, DiagnosticCodes.InvalidLabelName);

    [Fact]
    public void Labels_are_unique()
        => Check.Refuses(
            "{'StartAt':'A','States':{'A':{'Type':'Map','Label':'L'," + Distributed + ",'Next':'B'},'B':{'Type':'Map','Label':'L'," + Distributed.Replace("'I'", "'J'", StringComparison.Ordinal) + ",'End':true}}}",
            "/States/B/Label",
            "Duplicate Label name: L",
            DiagnosticCodes.DuplicateLabelName);
}
