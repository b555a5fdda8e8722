using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class ValueRuleTests
{
    private static string Pass(string fields) => Check.OneState("{'Type':'Pass'," + fields + ",'End':true}");

    private static string Jsonata(string output) => Check.OneState("{'Type':'Pass','QueryLanguage':'JSONata','Output':{'v':'" + output + "'},'End':true}");

    [Theory]
    [InlineData("'InputPath':'x'", "/InputPath", "must be a valid JSONPath")]
    [InlineData("'InputPath':'$.a['", "/InputPath", "must be a valid JSONPath")]
    [InlineData("'InputPath':'States.Array(1)'", "/InputPath", "must be a valid JSONPath")]
    [InlineData("'InputPath':5", "/InputPath", "type String")]
    [InlineData("'OutputPath':'foo.bar'", "/OutputPath", "must be a valid JSONPath")]
    [InlineData("'ResultPath':'$.a[*]'", "/ResultPath", "Value is not a Reference Path")]
    [InlineData("'ResultPath':'$.a[?(@.x)]'", "/ResultPath", "Value is not a Reference Path")]
    [InlineData("'ResultPath':'$$.x'", "/ResultPath", "context object")]
    [InlineData("'ResultPath':'$var'", "/ResultPath", "Assign sets variables")]
    [InlineData("'Parameters':{'a':1,'a.$':'$.b'}", "/Parameters", "with and without '.$'")]
    [InlineData("'Parameters':{'a.$':'text'}", "/Parameters", "The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call")]
    [InlineData("'Parameters':{'a.$':1}", "/Parameters", "must be a STRING")]
    [InlineData("'Parameters':{'x':[{'a.$':'text'}]}", "/Parameters/x[0]", "'a.$' must be a valid JSONPath")]
    [InlineData("'Parameters':{'a.$':'States.Foo(1)'}", "/Parameters", "There is no intrinsic function 'States.Foo'")]
    [InlineData("'Assign':{'v.$':'Test'}", "/Assign", "The value for the field 'v.$' must be a valid JSONPath")]
    [InlineData("'Assign':'x'", "/Assign", "type Object")]
    public void Paths_and_templates_are_checked(string fields, string place, string message) => Check.Refuses(Pass(fields), "/States/S" + place, message);

    [Theory]
    [InlineData("'InputPath':null,'OutputPath':null,'ResultPath':null")]
    [InlineData("'InputPath':'$.my-field','OutputPath':'$$','ResultPath':'$.a[0].b'")]
    [InlineData("'InputPath':'${Path}'")]
    [InlineData("'Parameters':{'a.$':'States.Array()','b':{'c.$':'$$.Execution.Id'},'d':['e',null]}")]
    public void Good_paths_and_templates_are_accepted(string fields) => Check.Accepts(Pass(fields));

    [Fact]
    public void Constants_that_look_computed_are_warned_of()
    {
        Check.Warns(Pass("'Parameters':{'a':'$.x'}"), "/States/S/Parameters/a", "'a.$'", DiagnosticCodes.NoDollar);
        Check.Warns(Pass("'Parameters':{'a':'States.UUID()'}"), "/States/S/Parameters/a", "'a.$'", DiagnosticCodes.NoDollar);
        Assert.Empty(Check.Definition(Pass("'Parameters':{'a':'$5 off','b':'States of matter'}")));
    }

    [Fact]
    public void Calls_that_fail_when_they_run_are_warned_of()
    {
        Check.Warns(Pass("'Parameters':{'a.$':'States.Format(\\u0027{} {}\\u0027, $.x)'}"), "/States/S/Parameters", "2 '{}' for 1 values");
        Check.Warns(Pass("'Parameters':{'a.$':'States.Hash($.x, \\u0027SHA-3\\u0027)'}"), "/States/S/Parameters", "not SHA-3");
        Check.Warns(Pass("'Parameters':{'a.$':'States.Array(States.JsonMerge($.x, $.y, true))'}"), "/States/S/Parameters", "must be false");
        Assert.Empty(Check.Definition(Pass("'Parameters':{'a.$':'States.Format(\\u0027\\\\{} {}\\u0027, $.x)'}")));
    }

    [Theory]
    [InlineData("{% 10", "start with {% and end with %}")]
    [InlineData("10 %}", "start with {% and end with %}")]
    [InlineData(" {% 1 %}", "start with {% and end with %}")]
    [InlineData("{% 1 %} ", "start with {% and end with %}")]
    public void JSONata_has_both_delimiters(string text, string message) => Check.Refuses(Jsonata(text), "/States/S/Output/v", message);

    [Fact]
    public void White_space_around_the_delimiters_makes_a_constant_which_is_warned_of() => Check.Warns(Jsonata(" {% 1 %} "), "/States/S/Output/v", "makes a constant");

    [Theory]
    [InlineData("{% 1 + %}", "Unexpected end of expression")]
    [InlineData("{% %}", "Unexpected end of expression")]
    [InlineData("{% $sum( %}", "Expected \")\" before end of expression")]
    [InlineData("{% [1} %}", "Expected \"]\", got \"}\"")]
    [InlineData("{% 1) %}", "Syntax error: \")\"")]
    [InlineData("{% \\u0022open %}", "String literal must be terminated")]
    [InlineData("{% /* open %}", "Comment has no closing tag")]
    [InlineData("{% $match($x, /a( %}", "No terminating /")]
    public void JSONata_that_cannot_be_split_is_refused(string text, string message) => Check.Refuses(Jsonata(text), "/States/S/Output/v", message, DiagnosticCodes.InvalidJsonataExpression);

    [Theory]
    [InlineData("{% phone %}", "Reference to 'phone' at the top level is not supported.")]
    [InlineData("{% `my phone`.x %}", "Reference to 'my phone' at the top level")]
    [InlineData("{% $$.Map %}", "'$$' is not supported")]
    [InlineData("{% $eval(\\u00221\\u0022) %}", "$eval is not supported")]
    [InlineData("{% $states.result %}", "Field '$states.result' does not exist.")]
    [InlineData("{% $states.errorOutput %}", "Field '$states.errorOutput' does not exist.")]
    public void What_JSONata_lacks_here_is_refused(string text, string message) => Check.Refuses(Jsonata(text), "/States/S/Output/v", message, DiagnosticCodes.UnsupportedJsonataExpression);

    [Theory]
    [InlineData("{%10%}")]
    [InlineData("{% \n 10 \n %}")]
    [InlineData("{% $states.input.a & \\u0022 ( [ { %\\u0022 %}")]
    [InlineData("{% /* ) */ $replace($states.input.a, /\\\\([x]\\\\//i, \\u0022\\u0022) %}")]
    [InlineData("{% $states.input.a / 2 / 3 %}")]
    [InlineData("{% ($x := 1; $f := function($y) { $y + $x }; $map([1], $f)) %}")]
    [InlineData("{% $states.input.* %}")]
    [InlineData("{% $states.context.Execution.Id %}")]
    [InlineData("{% true %}")]
    [InlineData("{% function($a) { $a }(1) %}")]
    [InlineData("{% $states.input.items[price > 10 and $contains(name, \\u0022a\\u0022)].{ \\u0022n\\u0022: name, \\u0022all\\u0022: $ } %}")]
    [InlineData("{% $states.input.items@$i#$n.{ \\u0022id\\u0022: $i.id, \\u0022n\\u0022: $n } %}")]
    [InlineData("{% $states.input.items^(>price)[0] ~> $string() ~> $uppercase %}")]
    [InlineData("{% $states.input ~> |items|{ \\u0022a\\u0022: price }| %}")]
    [InlineData("{% ($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(3)) %}")]
    [InlineData("{% $substring(?, 1)(\\u0022abc\\u0022) %}")]
    [InlineData("{% $replace($states.input.a, /x/, function($m) { $m.match }) & $random(1) & $string() %}")]
    [InlineData("no expression: 50 %} of {% these")]
    public void Good_JSONata_is_accepted(string text)
    {
        var definition = Jsonata(text.Replace("\n", "\\n", StringComparison.Ordinal));
        Assert.Empty(Check.Definition(definition));
    }

    [Fact]
    public void The_result_and_the_error_are_where_they_belong()
    {
        const string Function = "'QueryLanguage':'JSONata','Resource':'arn:aws:lambda:us-east-1:1:function:f'";
        Assert.Empty(Check.Definition(Check.OneState("{'Type':'Task'," + Function + ",'Output':'{% $states.result %}','Assign':{'a':'{% $states.result.b %}'},'Catch':[{'ErrorEquals':['A'],'Output':'{% $states.errorOutput %}','Assign':{'b':'{% $states.errorOutput.Error %}'},'Next':'S'}],'End':true}")));
        Check.Refuses(Check.OneState("{'Type':'Task'," + Function + ",'Arguments':{'a':'{% $states.result %}'},'End':true}"), "/States/S/Arguments/a", "$states.result", DiagnosticCodes.UnsupportedJsonataExpression);
        Check.Refuses(Check.OneState("{'Type':'Task'," + Function + ",'Output':'{% $states.errorOutput %}','End':true}"), "/States/S/Output", "$states.errorOutput", DiagnosticCodes.UnsupportedJsonataExpression);
        Check.Warns(Check.OneState("{'Type':'Task'," + Function + ",'Catch':[{'ErrorEquals':['A'],'Output':'{% $states.result %}','Next':'S'}],'End':true}"), "/States/S/Catch[0]/Output", "errorOutput", DiagnosticCodes.UnsupportedJsonataExpression);
    }

    [Theory]
    [InlineData("$sum()", "'$sum' takes 1 argument, not 0")]
    [InlineData("$sum([1], 2)", "'$sum' takes 1 argument, not 2")]
    [InlineData("[1] ~> $sum(2)", "'$sum' takes 1 argument, not 2")]
    [InlineData("$map([1])", "'$map' takes 2 arguments, not 1")]
    [InlineData("$substring(1, 2, 3, 4)", "'$substring' takes 1 to 3 arguments, not 4")]
    [InlineData("$round(1, 2, 3)", "'$round' takes at most 2 arguments, not 3")]
    [InlineData("$uuid(1)", "'$uuid' takes no arguments, not 1")]
    [InlineData("$zip()", "'$zip' takes at least 1 argument, not 0")]
    public void Calls_with_a_wrong_number_of_arguments_are_warned_of(string call, string message)
        => Check.Warns(Jsonata("{% " + call + " %}"), "/States/S/Output/v", message, DiagnosticCodes.WrongArgumentCount);

    [Fact]
    public void Chains_of_any_length_are_checked()
        => Check.Accepts(Jsonata("{% 1" + string.Concat(Enumerable.Repeat("+1", 50_000)) + " %}"));

    [Fact]
    public void Doubtful_JSONata_is_warned_of()
    {
        Check.Warns(Jsonata("{% $states.foo %}"), "/States/S/Output/v", "'$states.foo' does not exist", DiagnosticCodes.UnsupportedJsonataExpression);
        Check.Warns(Jsonata("{% $foo(1) %}"), "/States/S/Output/v", "no function '$foo'", DiagnosticCodes.UnknownFunction);
        Check.Warns(Jsonata("{% $never %}"), "/States/S/Output/v", "assigned nowhere", DiagnosticCodes.UnassignedVariable);
        Check.Warns(Jsonata("{% ($x := 1; $x) + $x %}"), "/States/S/Output/v", "'$x' is assigned nowhere", DiagnosticCodes.UnassignedVariable);
        Check.Warns(Jsonata("{% ($x := $x + 1; $x) %}"), "/States/S/Output/v", "'$x' is assigned nowhere", DiagnosticCodes.UnassignedVariable);
        Check.Warns(Jsonata("{% [1] ~> $foo %}"), "/States/S/Output/v", "no function '$foo'", DiagnosticCodes.UnknownFunction);
        Check.Warns(Jsonata("{% 1 + sum([1]) %}"), "/States/S/Output/v", "Write '$sum'", DiagnosticCodes.UnknownFunction);
        Check.Warns(Jsonata("{% 1 + phone %}"), "/States/S/Output/v", "Reference to 'phone' at the top level", DiagnosticCodes.UnsupportedJsonataExpression);
        Check.Warns(Jsonata("{% $.a %}"), "/States/S/Output/v", "Reference to '$' at the top level", DiagnosticCodes.UnsupportedJsonataExpression);
    }

    [Theory]
    [InlineData("states", DiagnosticCodes.ReservedVariableName, "reserved variable '$states'")]
    [InlineData("x.y", DiagnosticCodes.InvalidVariableName, "Invalid variable name 'x.y'")]
    [InlineData("1x", DiagnosticCodes.InvalidVariableName, "Invalid variable name '1x'")]
    [InlineData("", DiagnosticCodes.InvalidVariableName, "Invalid variable name ''")]
    [InlineData("top-level", DiagnosticCodes.InvalidVariableName, "Invalid variable name 'top-level'")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", DiagnosticCodes.InvalidVariableName, "more than 80")]
    public void Variables_are_named_by_identifiers(string name, string code, string message)
    {
        Check.Refuses(Pass("'Assign':{'" + name + "':1}"), "/States/S/Assign", message, code);
        Check.Refuses(Pass("'QueryLanguage':'JSONata','Assign':{'" + name + "':1}"), "/States/S/Assign", message, code);
    }

    [Fact]
    public void Unicode_identifiers_are_accepted() => Check.Accepts(Pass("'Assign':{'größe':1,'_x2':2,'日本':3}"));

    [Fact]
    public void An_inner_machine_does_not_assign_an_outer_variable_but_a_Catch_may()
    {
        const string Shadow = "{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},'B':{'Type':'Parallel','Branches':[{'StartAt':'I','States':{'I':{'Type':'Pass','Assign':{'x':2},'End':true}}}],'End':true}}}";
        Check.Refuses(Shadow, "/States/B/Branches[0]/States/I/Assign", "'x' is assigned in a surrounding machine");
        Check.Accepts(Shadow.Replace("'Assign':{'x':1},", "", StringComparison.Ordinal).Replace("'x':2},'End':true}}}],", "'x':2},'End':true}}}],'Catch':[{'ErrorEquals':['A'],'Assign':{'x':3},'Next':'B'}],", StringComparison.Ordinal));
    }

    [Fact]
    public void Variables_of_the_parent_are_out_of_reach_in_a_distributed_Map_and_in_reach_in_an_inline_one()
    {
        static string Map(string config) => "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},'B':{'Type':'Map','ItemProcessor':{" + config + "'StartAt':'I','States':{'I':{'Type':'Pass','Output':'{% $x %}','End':true}}},'End':true}}}";
        Check.Warns(Map("'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},"), "/States/B/ItemProcessor/States/I/Output", "ItemSelector", DiagnosticCodes.UnassignedVariable);
        Assert.Empty(Check.Definition(Map("")));
    }
}
