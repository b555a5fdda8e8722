using CsCheck;
using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.StatesLanguage.Tests;

public sealed class DefinitionTests
{
    [SharedFact("reference/campaign-execution.asl.json")]
    public void The_reference_definition_survives_reading_and_writing_field_by_field()
    {
        var text = File.ReadAllText(Path.Combine(SharedCases.Reference!, "campaign-execution.asl.json"));
        var (machine, diagnostics) = DefinitionReader.Read(text);
        Assert.Empty(diagnostics);
        Assert.NotNull(machine);

        // Not only equal: the same text, so that the order of fields is the same too.
        Assert.Equal(JsonValue.Parse(text).ToJson(indented: true), DefinitionWriter.Write(machine));
        Assert.DoesNotContain(DefinitionValidator.Validate(machine), diagnostic => diagnostic.Severity == DefinitionSeverity.Error);
    }

    [Fact]
    public void Every_field_of_every_state_is_written_in_order()
    {
        const string Text = """
            {
              "Comment": "c",
              "QueryLanguage": "JSONPath",
              "Version": "1.0",
              "TimeoutSeconds": 5,
              "StartAt": "T",
              "States": {
                "T": {
                  "Type": "Task",
                  "Comment": "c",
                  "QueryLanguage": "JSONPath",
                  "Resource": "${Arn}",
                  "Credentials": {
                    "RoleArn": "r"
                  },
                  "InputPath": "$.a",
                  "Parameters": {},
                  "ResultSelector": {},
                  "ResultPath": null,
                  "OutputPath": null,
                  "Assign": {
                    "v": 1
                  },
                  "TimeoutSeconds": 5,
                  "HeartbeatSecondsPath": "$.h",
                  "Retry": [
                    {
                      "Comment": "c",
                      "ErrorEquals": [
                        "A"
                      ],
                      "IntervalSeconds": 1,
                      "MaxAttempts": 2,
                      "BackoffRate": 1.5,
                      "MaxDelaySeconds": 9,
                      "JitterStrategy": "FULL"
                    }
                  ],
                  "Catch": [
                    {
                      "ErrorEquals": [
                        "States.ALL"
                      ],
                      "ResultPath": "$.e",
                      "Next": "P"
                    }
                  ],
                  "Next": "P"
                },
                "P": {
                  "Type": "Parallel",
                  "Branches": [
                    {
                      "StartAt": "B",
                      "States": {
                        "B": {
                          "Type": "Pass",
                          "Result": [
                            1
                          ],
                          "ResultPath": "$.r",
                          "End": true
                        }
                      }
                    }
                  ],
                  "Next": "M"
                },
                "M": {
                  "Type": "Map",
                  "ItemsPath": "$.items",
                  "ItemReader": {
                    "Resource": "r"
                  },
                  "ItemSelector": {},
                  "ItemBatcher": {
                    "MaxItemsPerBatch": 5
                  },
                  "MaxConcurrency": 3,
                  "ToleratedFailurePercentage": 0.5,
                  "ToleratedFailureCountPath": "$.n",
                  "Label": "L",
                  "ItemProcessor": {
                    "ProcessorConfig": {
                      "Mode": "DISTRIBUTED",
                      "ExecutionType": "EXPRESS"
                    },
                    "StartAt": "I",
                    "States": {
                      "I": {
                        "Type": "Succeed"
                      }
                    }
                  },
                  "ResultWriter": {
                    "Resource": "w"
                  },
                  "Next": "W"
                },
                "W": {
                  "Type": "Wait",
                  "TimestampPath": "$.t",
                  "Next": "C"
                },
                "C": {
                  "Type": "Choice",
                  "Choices": [
                    {
                      "Comment": "c",
                      "And": [
                        {
                          "Variable": "$.a",
                          "IsPresent": true
                        },
                        {
                          "Or": [
                            {
                              "Not": {
                                "Variable": "$.a",
                                "StringEquals": "x"
                              }
                            }
                          ]
                        }
                      ],
                      "Assign": {
                        "v": 2
                      },
                      "Next": "F"
                    }
                  ],
                  "Default": "J"
                },
                "J": {
                  "Type": "Pass",
                  "QueryLanguage": "JSONata",
                  "Output": {
                    "a": "{% 1 %}"
                  },
                  "Next": "D"
                },
                "D": {
                  "Type": "Choice",
                  "QueryLanguage": "JSONata",
                  "Choices": [
                    {
                      "Condition": "{% true %}",
                      "Output": 1,
                      "Next": "F"
                    }
                  ]
                },
                "F": {
                  "Type": "Fail",
                  "Error": "E",
                  "CausePath": "$.c"
                }
              }
            }
            """;
        var (machine, diagnostics) = DefinitionReader.Read(Text);
        Assert.Empty(diagnostics);
        Assert.NotNull(machine);
        Assert.Equal(Text.ReplaceLineEndings("\n"), DefinitionWriter.Write(machine));
        Assert.DoesNotContain(machine.States, state => state is RawState);
        Assert.Equal(JsonPathField.Null, ((TaskState)machine.Find("T")!).ResultPath);
        Assert.Equal(StateMachineType.Express, ((MapState)machine.Find("M")!).ItemProcessor.ProcessorConfig!.ExecutionType);
        Assert.Null(machine.Find("t"));
    }

    [Fact]
    public void User_text_is_escaped_and_substitutions_are_not()
    {
        var machine = new StateMachine
        {
            Comment = "costs ${5}",
            StartAt = "Pay %{x}",
            States =
            [
                new TaskState { Name = "Pay %{x}", Comment = "${c}", Resource = "${PayFunctionArn}", Parameters = JsonObject.Create(("a", "${user}"), ("b", JsonString.WithSubstitutions("${Sub}"))), Next = "Done" },
                new SucceedState { Name = "Done" },
            ],
        };
        var text = DefinitionWriter.Write(machine, indented: false);
        Assert.Contains("\"Comment\":\"costs $\\u007b5}\"", text, StringComparison.Ordinal);
        Assert.Contains("\"StartAt\":\"Pay %\\u007bx}\"", text, StringComparison.Ordinal);
        Assert.Contains("{\"Pay %\\u007bx}\":", text, StringComparison.Ordinal);
        Assert.Contains("\"Resource\":\"${PayFunctionArn}\",\"Parameters\":{\"a\":\"$\\u007buser}\",\"b\":\"${Sub}\"}", text, StringComparison.Ordinal);
        Assert.Equal(text, DefinitionWriter.Write(DefinitionReader.Read(text).Machine!, indented: false));
    }

    [Theory]
    [InlineData("{'Type':'Foo','A':1}", "/States/S/Type")]
    [InlineData("{'Type':'Pass','Foo':1}", "/States/S/Foo")]
    [InlineData("{'A':1}", "/States/S")]
    [InlineData("{'Type':'Wait','SecondsPath':1}", "/States/S/SecondsPath")]
    [InlineData("{'Type':'Choice','Choices':[{'Variable':'$.a','Next':'S'}]}", "/States/S/Choices[0]/Variable")]
    [InlineData("{'Type':'Choice','Choices':[{'Not':{'And':[1]},'Next':'S'}]}", "/States/S/Choices[0]/Not/And[0]")]
    [InlineData("{'Type':'Parallel','Branches':[{'StartAt':'A'}]}", "/States/S/Branches[0]")]
    [InlineData("{'Type':'Map'}", "/States/S")]
    [InlineData("{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'X'},'StartAt':'A','States':{}}}", "/States/S/ItemProcessor/ProcessorConfig/Mode")]
    [InlineData("{'Type':'Task','Resource':'r','Retry':[{'ErrorEquals':['A'],'MaxAttempts':1.5}]}", "/States/S/Retry[0]/MaxAttempts")]
    [InlineData("{'Type':'Task','Resource':'r','Catch':[{'ErrorEquals':[1],'Next':'S'}]}", "/States/S/Catch[0]/ErrorEquals[0]")]
    public void A_state_that_does_not_fit_is_kept_raw_and_reported(string body, string pointer)
    {
        var text = ("{'StartAt':'S','States':{'S':" + body + "}}").Replace('\'', '"');
        var read = DefinitionReader.Read(text);
        var machine = read.Machine!;
        Assert.True(read.HasErrors);
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Path.ToString() == pointer && diagnostic.Position is not null);
        Assert.IsType<RawState>(machine.States[0]);
        Assert.Equal(text, DefinitionWriter.Write(machine, indented: false));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"StartAt\":\"S\"}")]
    [InlineData("{\"States\":{}}")]
    public void What_holds_no_machine_gives_none(string text)
    {
        var read = DefinitionReader.Read(text);
        Assert.Null(read.Machine);
        Assert.True(read.HasErrors);
    }

    [Fact]
    public void An_empty_start_is_read_and_found_to_be_no_state()
    {
        const string Text = "{\"StartAt\":\"\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}";
        var read = DefinitionReader.Read(Text);
        Assert.Equal("", read.Machine!.StartAt);
        Assert.False(read.HasErrors);
        Assert.Contains(DefinitionValidator.Validate(Text), static found => found.Path.ToString() == "/StartAt");
    }

    [Fact]
    public void A_raw_state_is_written_as_it_is()
    {
        var body = (JsonObject)JsonValue.Parse("{\"End\":true,\"Type\":\"Pass\",\"x\":1}");
        var machine = new StateMachine { StartAt = "R", States = [new RawState { Name = "R", Comment = "not written", Body = body }] };
        Assert.Equal("{\"StartAt\":\"R\",\"States\":{\"R\":{\"End\":true,\"Type\":\"Pass\",\"x\":1}}}", DefinitionWriter.Write(machine, indented: false));
        Assert.Equal("Pass", machine.States[0].Type);
    }

    [Fact]
    public void Two_states_of_one_name_cannot_be_written()
        => Assert.Throws<ArgumentException>(() => DefinitionWriter.ToJson(new StateMachine { StartAt = "A", States = [new SucceedState { Name = "A" }, new SucceedState { Name = "A" }] }));

    [Fact]
    public void Any_machine_survives_writing_and_reading()
        => MachineGen.Machine.Sample(
            machine =>
            {
                var text = DefinitionWriter.Write(machine);
                var (read, diagnostics) = DefinitionReader.Read(text);
                return diagnostics.Count == 0 && read is not null && DefinitionWriter.Write(read) == text
                    && read.States.Select(state => state.GetType()).SequenceEqual(machine.States.Select(state => state.GetType()));
            },
            iter: 2_000);

    [Fact]
    public void Broken_definitions_throw_nothing_wherever_they_are_broken()
        => Gen.Select(MachineGen.Machine, Gen.Int[0, int.MaxValue], Pick.From("null", "1", "\"x\"", "[]", "{}", "[{}]", "\"{% $ %}\"", "true"), Gen.Int[0, 2]).Sample(
            (machine, place, replacement, how) =>
            {
                var text = DefinitionWriter.Write(machine, indented: false);
                var at = place % text.Length;
                var broken = how switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, replacement),
                    _ => Replaced(text, at, replacement),
                };
                var read = DefinitionReader.Read(broken);
                var found = DefinitionValidator.Validate(broken);
                return (read.Machine is not null || read.HasErrors) && found.All(diagnostic => diagnostic.Message.Length > 0);
            },
            iter: 5_000);

    /// <summary>Puts another value in the place of the value after some colon.</summary>
    private static string Replaced(string text, int at, string replacement)
    {
        var colon = text.IndexOf(':', at);
        var end = text.IndexOfAny([',', '}'], Math.Max(colon, 0));
        return colon < 0 || end < 0 ? text : string.Concat(text.AsSpan(0, colon + 1), replacement, text.AsSpan(end));
    }
}
