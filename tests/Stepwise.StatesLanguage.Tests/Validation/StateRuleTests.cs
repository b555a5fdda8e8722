using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class StateRuleTests
{
    private const string Function = "'Resource':'arn:aws:lambda:us-east-1:123456789012:function:f'";
    private const string Processor = "'ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Succeed'}}}";
    private const string Branches = "'Branches':[{'StartAt':'I','States':{'I':{'Type':'Succeed'}}}]";

    [Theory]
    [InlineData("{'End':true}", "/States/S", "required: [Type]")]
    [InlineData("{'Type':'Foo','End':true}", "/States/S/Type", "should have one of these values: [Task, Wait")]
    [InlineData("{'Type':'Pass'}", "/States/S", "[Next] or [End]")]
    [InlineData("{'Type':'Pass','End':false}", "/States/S", "[Next] or [End]")]
    [InlineData("{'Type':'Pass','End':true,'Next':'S'}", "/States/S", "only be one of the following fields: [Next, End]")]
    [InlineData("{'Type':'Pass','End':'true'}", "/States/S/End", "type Boolean")]
    [InlineData("{'Type':'Pass','Next':1,'End':false}", "/States/S/Next", "type String")]
    [InlineData("{'Type':'Pass','Foo':1,'End':true}", "/States/S", "Field 'Foo' is not supported")]
    [InlineData("{'Type':'Pass','end':true,'End':true}", "/States/S", "It is written 'End'.")]
    [InlineData("{'Type':'Pass','Comment':1,'End':true}", "/States/S/Comment", "type String")]
    [InlineData("{'Type':'Pass','QueryLanguage':'X','End':true}", "/States/S/QueryLanguage", "[JSONPath, JSONata]")]
    [InlineData("{'Type':'Pass','Catch':[],'End':true}", "/States/S", "Field 'Catch'")]
    [InlineData("{'Type':'Pass','ResultSelector':{},'End':true}", "/States/S", "Field 'ResultSelector'")]
    [InlineData("{'Type':'Wait','Seconds':1,'Retry':[],'End':true}", "/States/S", "Field 'Retry'")]
    [InlineData("{'Type':'Wait','Seconds':1,'ResultPath':'$','End':true}", "/States/S", "Field 'ResultPath'")]
    [InlineData("{'Type':'Succeed','End':true}", "/States/S", "Field 'End'")]
    [InlineData("{'Type':'Succeed','Assign':{}}", "/States/S", "Field 'Assign'")]
    [InlineData("{'Type':'Fail','Next':'S'}", "/States/S", "Field 'Next'")]
    [InlineData("{'Type':'Fail','InputPath':'$'}", "/States/S", "Field 'InputPath'")]
    [InlineData("{'Type':'Map'," + Processor + ",'TimeoutSeconds':1,'End':true}", "/States/S", "Field 'TimeoutSeconds'")]
    [InlineData("{'Type':'Map','QueryLanguage':'JSONata'," + Processor + ",'Arguments':{},'End':true}", "/States/S", "Field 'Arguments'")]
    public void Types_have_their_fields(string body, string pointer, string message) => Check.Refuses(Check.OneState(body), pointer, message);

    [Theory]
    [InlineData("'Type':'Pass','InputPath':'$'", "InputPath")]
    [InlineData("'Type':'Pass','OutputPath':'$'", "OutputPath")]
    [InlineData("'Type':'Pass','ResultPath':'$'", "ResultPath")]
    [InlineData("'Type':'Pass','Parameters':{}", "Parameters")]
    [InlineData("'Type':'Pass','Result':{}", "Result")]
    [InlineData("'Type':'Task'," + Function + ",'ResultSelector':{}", "ResultSelector")]
    [InlineData("'Type':'Task'," + Function + ",'TimeoutSecondsPath':'$.a'", "TimeoutSecondsPath")]
    [InlineData("'Type':'Task'," + Function + ",'HeartbeatSecondsPath':'$.a'", "HeartbeatSecondsPath")]
    [InlineData("'Type':'Wait','SecondsPath':'$.a'", "SecondsPath")]
    [InlineData("'Type':'Wait','TimestampPath':'$.a'", "TimestampPath")]
    [InlineData("'Type':'Map'," + Processor + ",'ItemsPath':'$.a'", "ItemsPath")]
    [InlineData("'Type':'Map'," + Processor + ",'MaxConcurrencyPath':'$.a'", "MaxConcurrencyPath")]
    public void JSONata_states_have_no_fields_of_JSONPath(string fields, string field)
        => Check.Refuses(Check.OneState("{'QueryLanguage':'JSONata'," + fields + ",'End':true}"), "/States/S", $"The QueryLanguage is set to 'JSONata', but field '{field}' is only supported for the 'JSONPath' QueryLanguage");

    [Theory]
    [InlineData("'Type':'Pass','Output':1", "Output")]
    [InlineData("'Type':'Task'," + Function + ",'Arguments':{}", "Arguments")]
    [InlineData("'Type':'Parallel'," + Branches + ",'Arguments':{}", "Arguments")]
    [InlineData("'Type':'Map'," + Processor + ",'Items':[]", "Items")]
    public void JSONPath_states_have_no_fields_of_JSONata(string fields, string field)
        => Check.Refuses(Check.OneState("{" + fields + ",'End':true}"), "/States/S", $"The QueryLanguage is set to 'JSONPath', but field '{field}' is only supported for the 'JSONata' QueryLanguage");

    [Fact]
    public void A_JSONata_machine_has_no_JSONPath_state_and_a_Map_does_not_pass_its_language_on()
    {
        Check.Refuses("{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{'Type':'Pass','QueryLanguage':'JSONPath','End':true}}}", "/States/S", "can not be 'JSONPath' if set to 'JSONata'");
        Check.Refuses(Check.OneState("{'Type':'Map','QueryLanguage':'JSONata','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','Output':1,'End':true}}},'End':true}"), "/States/S/ItemProcessor/States/I", "is set to 'JSONPath', but field 'Output'");
        Check.Accepts("{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','Output':1,'End':true}}},'End':true}}}");
        Check.Accepts(Check.OneState("{'Type':'Pass','QueryLanguage':'JSONata','Output':{'a':[null,0,true,'text']},'End':true}"));
    }

    [Theory]
    [InlineData("'Seconds':-1", "/States/S/Seconds", "Minimum value is 0")]
    [InlineData("'Seconds':100000000", "/States/S/Seconds", "Maximum value is 99999999")]
    [InlineData("'Seconds':1.5", "/States/S/Seconds", "type Integer")]
    [InlineData("'Seconds':'5'", "/States/S/Seconds", "type Integer")]
    [InlineData("'Comment':''", "/States/S", "There should be one of the following fields: [SecondsPath")]
    [InlineData("'Seconds':1,'Timestamp':'2016-12-05T21:29:29Z'", "/States/S", "[SecondsPath, Seconds, TimestampPath, Timestamp]")]
    [InlineData("'Timestamp':'2016-12-05 21:29:29Z'", "/States/S/Timestamp", "does not match RFC3339 timestamp")]
    [InlineData("'Timestamp':'2016-12-05T21:29:29'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':'2016-13-05T21:29:29Z'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':'2023-02-29T21:29:29Z'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':'2016-12-05T25:29:29Z'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':'2016-12-05T21:29:29.Z'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':'{% $now() %}'", "/States/S/Timestamp", "RFC3339")]
    [InlineData("'Timestamp':5", "/States/S/Timestamp", "type String")]
    [InlineData("'SecondsPath':'5'", "/States/S/SecondsPath", "must be a valid JSONPath")]
    public void Waits_have_one_valid_time(string fields, string pointer, string message) => Check.Refuses(Check.OneState("{'Type':'Wait'," + fields + ",'End':true}"), pointer, message);

    [Theory]
    [InlineData("'Seconds':0")]
    [InlineData("'Seconds':'${Pause}'")]
    [InlineData("'Timestamp':'2024-02-29T23:59:60.123+05:30'")]
    [InlineData("'TimestampPath':'$.a-b[0]'")]
    [InlineData("'QueryLanguage':'JSONata','Seconds':'{% $states.input.s %}'")]
    [InlineData("'QueryLanguage':'JSONata','Timestamp':'{% $now() %}'")]
    public void Good_waits_are_accepted(string fields) => Check.Accepts(Check.OneState("{'Type':'Wait'," + fields + ",'End':true}"));

    [Theory]
    [InlineData("'Error':'a','ErrorPath':'$.a'", "/States/S", "[Error, ErrorPath]")]
    [InlineData("'Cause':'a','CausePath':'$.a'", "/States/S", "[Cause, CausePath]")]
    [InlineData("'Error':1", "/States/S/Error", "type String")]
    [InlineData("'ErrorPath':'text'", "/States/S/ErrorPath", "valid JSONPath or an intrinsic")]
    [InlineData("'CausePath':'States.Array($.a)'", "/States/S/CausePath", "returns a string")]
    public void Failures_say_what_failed(string fields, string pointer, string message) => Check.Refuses(Check.OneState("{'Type':'Fail'," + fields + "}"), pointer, message);

    [Fact]
    public void Good_failures_are_accepted()
    {
        Check.Accepts(Check.OneState("{'Type':'Fail'}"));
        Check.Accepts(Check.OneState("{'Type':'Fail','ErrorPath':'$.e','CausePath':'States.Format($.t, $.c)'}"));
        Check.Accepts(Check.OneState("{'Type':'Fail','QueryLanguage':'JSONata','Error':'{% $states.input.e %}'}"));
    }

    [Fact]
    public void A_result_that_looks_like_a_path_is_warned_of()
    {
        Check.Warns(Check.OneState("{'Type':'Pass','Result':'$.a','End':true}"), "/States/S/Result", "the text", DiagnosticCodes.PassResultIsStatic);
        Check.Accepts(Check.OneState("{'Type':'Pass','Result':{'a.$':'x'},'End':true}"));
    }

    [Theory]
    [InlineData("'TimeoutSeconds':0", "/States/S/TimeoutSeconds", "Minimum value is 1")]
    [InlineData("'TimeoutSeconds':100000000", "/States/S/TimeoutSeconds", "Maximum value is 99999999")]
    [InlineData("'TimeoutSeconds':1.5", "/States/S/TimeoutSeconds", "type Integer")]
    [InlineData("'HeartbeatSeconds':0", "/States/S/HeartbeatSeconds", "Minimum value is 1")]
    [InlineData("'TimeoutSeconds':5,'TimeoutSecondsPath':'$.a'", "/States/S", "[TimeoutSeconds, TimeoutSecondsPath]")]
    [InlineData("'HeartbeatSeconds':5,'HeartbeatSecondsPath':'$.a'", "/States/S", "[HeartbeatSeconds, HeartbeatSecondsPath]")]
    [InlineData("'TimeoutSecondsPath':'5'", "/States/S/TimeoutSecondsPath", "valid JSONPath")]
    public void Timeouts_are_checked(string fields, string pointer, string message) => Check.Refuses(Check.OneState("{'Type':'Task'," + Function + "," + fields + ",'End':true}"), pointer, message);

    [Fact]
    public void A_heartbeat_longer_than_the_timeout_is_warned_of()
        => Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'TimeoutSeconds':30,'HeartbeatSeconds':60,'End':true}"), "/States/S/HeartbeatSeconds", "smaller than TimeoutSeconds");

    [Theory]
    [InlineData("'Retry':[{}]", "/States/S/Retry[0]", "required: [ErrorEquals]")]
    [InlineData("'Retry':{}", "/States/S/Retry", "type Array")]
    [InlineData("'Retry':['x']", "/States/S/Retry[0]", "type Object")]
    [InlineData("'Retry':[{'ErrorEquals':[]}]", "/States/S/Retry[0]/ErrorEquals", "cannot be empty")]
    [InlineData("'Retry':[{'ErrorEquals':'A'}]", "/States/S/Retry[0]/ErrorEquals", "type Array")]
    [InlineData("'Retry':[{'ErrorEquals':[1]}]", "/States/S/Retry[0]/ErrorEquals[0]", "type String")]
    [InlineData("'Retry':[{'ErrorEquals':['States.ALL','A']}]", "/States/S/Retry[0]/ErrorEquals", "States.ALL must appear alone and at end of list")]
    [InlineData("'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['A']}]", "/States/S/Retry[0]/ErrorEquals", "at end of list")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'MaxAttempts':-1}]", "/States/S/Retry[0]/MaxAttempts", "Minimum value is 0")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'MaxAttempts':100000000}]", "/States/S/Retry[0]/MaxAttempts", "Maximum value is 99999999")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'MaxAttempts':1.5}]", "/States/S/Retry[0]/MaxAttempts", "type Integer")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'BackoffRate':0.5}]", "/States/S/Retry[0]/BackoffRate", "Minimum value is 1")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'BackoffRate':'2'}]", "/States/S/Retry[0]/BackoffRate", "type Number")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'IntervalSeconds':-1}]", "/States/S/Retry[0]/IntervalSeconds", "Minimum value is 0")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'MaxDelaySeconds':0}]", "/States/S/Retry[0]/MaxDelaySeconds", "Minimum value is 1")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'MaxDelaySeconds':31622401}]", "/States/S/Retry[0]/MaxDelaySeconds", "Maximum value is 31622400")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'JitterStrategy':'HALF'}]", "/States/S/Retry[0]/JitterStrategy", "[NONE, FULL]")]
    [InlineData("'Retry':[{'ErrorEquals':['A'],'Foo':1}]", "/States/S/Retry[0]", "Field 'Foo'")]
    [InlineData("'Catch':[{'ErrorEquals':['A']}]", "/States/S/Catch[0]", "required: [Next]")]
    [InlineData("'Catch':[{'Next':'S'}]", "/States/S/Catch[0]", "required: [ErrorEquals]")]
    [InlineData("'Catch':[{'ErrorEquals':['A'],'Next':'S','Foo':1}]", "/States/S/Catch[0]", "Field 'Foo'")]
    [InlineData("'Catch':[{'ErrorEquals':['A'],'Next':'S','Output':1}]", "/States/S/Catch[0]", "field 'Output' is only supported")]
    [InlineData("'Catch':[{'ErrorEquals':['A'],'Next':'S','ResultPath':'$.a[*]'}]", "/States/S/Catch[0]/ResultPath", "not a Reference Path")]
    [InlineData("'Catch':[{'ErrorEquals':['States.ALL'],'Next':'S'},{'ErrorEquals':['A'],'Next':'S'}]", "/States/S/Catch[0]/ErrorEquals", "at end of list")]
    [InlineData("'QueryLanguage':'JSONata','Catch':[{'ErrorEquals':['A'],'Next':'S','ResultPath':'$'}]", "/States/S/Catch[0]", "field 'ResultPath' is only supported")]
    public void Retry_and_Catch_are_checked(string fields, string pointer, string message) => Check.Refuses(Check.OneState("{'Type':'Task'," + Function + "," + fields + ",'End':true}"), pointer, message);

    [Fact]
    public void Good_Retry_and_Catch_are_accepted()
    {
        Check.Accepts(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[],'Catch':[],'End':true}"));
        Check.Accepts(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[{'Comment':'c','ErrorEquals':['A','B'],'IntervalSeconds':0,'MaxAttempts':0,'BackoffRate':1.0,'MaxDelaySeconds':5,'JitterStrategy':'FULL'},{'ErrorEquals':['States.ALL']}],'Catch':[{'Comment':'c','ErrorEquals':['A'],'ResultPath':null,'Next':'S'}],'End':true}"));
    }

    [Fact]
    public void Errors_that_cannot_be_meant_are_warned_of()
    {
        Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[{'ErrorEquals':['States.Timout']}],'End':true}"), "/States/S/Retry[0]/ErrorEquals", "Is it misspelt?", DiagnosticCodes.UnknownErrorName);
        Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[{'ErrorEquals':['States.Runtime']}],'End':true}"), "/States/S/Retry[0]/ErrorEquals", "never retried", DiagnosticCodes.NotRetriable);
        Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[{'ErrorEquals':['A']},{'ErrorEquals':['A']}],'End':true}"), "/States/S/Retry[1]/ErrorEquals", "never applies", DiagnosticCodes.NeverReached);
        Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'Retry':[{'ErrorEquals':['A'],'IntervalSeconds':10,'MaxDelaySeconds':5}],'End':true}"), "/States/S/Retry[0]/MaxDelaySeconds", "greater than IntervalSeconds");
    }
}
