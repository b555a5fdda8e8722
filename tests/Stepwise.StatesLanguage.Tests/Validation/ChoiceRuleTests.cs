using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class ChoiceRuleTests
{
    private static string Choice(string fields) => "{'StartAt':'S','States':{'S':{'Type':'Choice'," + fields + "},'E':{'Type':'Succeed'}}}";

    private static string Rule(string rule) => Choice("'Choices':[" + rule + "],'Default':'E'");

    [Theory]
    [InlineData("'Default':'E'", "/States/S", "required: [Choices]")]
    [InlineData("'Choices':[],'Default':'E'", "/States/S/Choices", "cannot be empty")]
    [InlineData("'Choices':[{'Variable':'$.a','IsNull':true,'Next':'E'}],'Next':'E'", "/States/S", "Field 'Next'")]
    [InlineData("'Choices':[{'Variable':'$.a','IsNull':true,'Next':'E'}],'End':true", "/States/S", "Field 'End'")]
    [InlineData("'Choices':[{'Variable':'$.a','IsNull':true,'Next':'E'}],'Default':1", "/States/S/Default", "type String")]
    public void A_Choice_has_rules(string fields, string pointer, string message) => Check.Refuses(Choice(fields), pointer, message);

    [Theory]
    [InlineData("{'Variable':'$.a','IsNull':true}", "", "required: [Next]")]
    [InlineData("{'And':[{'Variable':'$.a','IsNull':true,'Next':'E'}],'Next':'E'}", "/And[0]", "Field 'Next'")]
    [InlineData("{'Variable':'$.a','StringEquals':'x','NumericEquals':1,'Next':'E'}", "", "only be one of the following fields: [BooleanEquals")]
    [InlineData("{'Variable':'$.a','Next':'E'}", "", "only be one of the following fields: [BooleanEquals")]
    [InlineData("{'And':[{'Variable':'$.a','IsNull':true}],'Variable':'$.a','Next':'E'}", "", "[And, Or, Not, Variable, Condition]")]
    [InlineData("{'IsPresent':true,'Next':'E'}", "", "[And, Or, Not, Variable, Condition]")]
    [InlineData("{'Variable':'$.a','StringContains':'x','Next':'E'}", "", "Field 'StringContains' is not supported")]
    [InlineData("{'Variable':'$.a','IsNull':true,'Foo':1,'Next':'E'}", "", "Field 'Foo' is not supported")]
    [InlineData("{'Variable':'$.a','StringEquals':1,'Next':'E'}", "/StringEquals", "type String")]
    [InlineData("{'Variable':'$.a','NumericEquals':'1','Next':'E'}", "/NumericEquals", "type Number")]
    [InlineData("{'Variable':'$.a','BooleanEquals':'true','Next':'E'}", "/BooleanEquals", "type Boolean")]
    [InlineData("{'Variable':'$.a','IsPresent':1,'Next':'E'}", "/IsPresent", "type Boolean")]
    [InlineData("{'Variable':'$.a','TimestampEquals':'yesterday','Next':'E'}", "/TimestampEquals", "RFC3339")]
    [InlineData("{'And':[],'Next':'E'}", "/And", "cannot be empty")]
    [InlineData("{'Or':{},'Next':'E'}", "/Or", "type Array")]
    [InlineData("{'Not':[{'Variable':'$.a','IsNull':true}],'Next':'E'}", "/Not", "type Object")]
    [InlineData("{'Not':{'Not':{'Variable':'$.a'}},'Next':'E'}", "/Not/Not", "only be one of")]
    [InlineData("{'Variable':'x','IsNull':true,'Next':'E'}", "/Variable", "Reference path didn't start with '$'")]
    [InlineData("{'Variable':'$.a[*]','IsNull':true,'Next':'E'}", "/Variable", "not a Reference Path")]
    [InlineData("{'Variable':'$.a','StringEqualsPath':'y','Next':'E'}", "/StringEqualsPath", "Reference path didn't start with '$'")]
    [InlineData("{'Condition':'{% true %}','Next':'E'}", "", "field 'Condition' is only supported for the 'JSONata'")]
    public void Rules_have_one_valid_test(string rule, string pointer, string message) => Check.Refuses(Rule(rule), "/States/S/Choices[0]" + pointer, message);

    [Theory]
    [InlineData("{'Condition':'yes','Next':'E'}", "/Condition", "JSONata expression or a boolean")]
    [InlineData("{'Condition':1,'Next':'E'}", "/Condition", "JSONata expression or a boolean")]
    [InlineData("{'Next':'E'}", "", "required: [Condition]")]
    [InlineData("{'Variable':'$.a','IsNull':true,'Next':'E'}", "", "field 'Variable' is only supported for the 'JSONPath'")]
    [InlineData("{'Condition':'{% a[1,2) %}','Next':'E'}", "/Condition", "Expected \"]\", got \",\"", DiagnosticCodes.InvalidJsonataExpression)]
    public void Conditions_are_JSONata(string rule, string pointer, string message, string code = DiagnosticCodes.SchemaValidationFailed)
        => Check.Refuses(Choice("'QueryLanguage':'JSONata','Choices':[" + rule + "],'Default':'E'"), "/States/S/Choices[0]" + pointer, message, code);

    [Fact]
    public void Good_rules_are_accepted()
    {
        Check.Accepts(Rule("{'Comment':'c','Or':[{'Comment':'d','Variable':'$$.Execution.Input.q','NumericLessThanEquals':1.5},{'Not':{'Variable':'$v','TimestampGreaterThanPath':'$$.State.EnteredTime'}}],'Assign':{'v.$':'$.a'},'Next':'E'}"));
        Check.Accepts(Choice("'QueryLanguage':'JSONata','Choices':[{'Condition':true,'Output':{'a':1},'Assign':{'v':1},'Next':'E'},{'Condition':'{% $v = 1 %}','Next':'E'}],'Default':'E'"));
    }

    [Fact]
    public void What_cannot_be_meant_is_warned_of()
    {
        Check.Warns(Choice("'Choices':[{'Variable':'$.a','IsNull':true,'Next':'E'}]"), "/States/S", "States.NoChoiceMatched", DiagnosticCodes.MissingDefault);
        Check.Warns(Rule("{'Variable':'$.a','IsNull':true,'Next':'E'},{'IsNull':true,'Variable':'$.a','Next':'E'}"), "/States/S/Choices[1]", "never wins", DiagnosticCodes.NeverReached);
        Check.Warns(Rule("{'Variable':'$.a','StringEquals':'$.b','Next':'E'}"), "/States/S/Choices[0]/StringEquals", "StringEqualsPath", DiagnosticCodes.NoPath);
    }
}
