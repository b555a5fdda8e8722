using System.Text.Json;
using Stepwise.Catalogue;

namespace Stepwise.StatesLanguage.Tests.Catalogue;

/// <summary>A model of an API with a shape of each kind, for tests of the file.</summary>
internal static class SmallModel
{
    private const string Model = """
        {
          "metadata": { "serviceId": "Small Service", "endpointPrefix": "small", "signingName": "small-things" },
          "operations": {
            "PutThing": {
              "input": { "shape": "PutThingRequest" },
              "output": { "shape": "Thing" },
              "errors": [{ "shape": "ThingLimitFault" }, { "shape": "NoSuchThing" }]
            },
            "Ping": {}
          },
          "shapes": {
            "PutThingRequest": {
              "type": "structure",
              "required": ["thing", "RoleARN", "ClientToken"],
              "members": {
                "thing": { "shape": "Thing" },
                "RoleARN": { "shape": "RoleArn" },
                "ClientToken": { "shape": "String", "idempotencyToken": true },
                "Settings": { "shape": "Json" },
                "Filter": { "shape": "String", "jsonvalue": true }
              }
            },
            "Thing": {
              "type": "structure",
              "members": {
                "KMSKeyId": { "shape": "String" },
                "Parts": { "shape": "Things" },
                "ByName": { "shape": "ThingMap" },
                "Size": { "shape": "Integer" },
                "IsGood": { "shape": "Boolean" },
                "Since": { "shape": "Timestamp" },
                "Bytes": { "shape": "Blob" },
                "Color": { "shape": "Color" }
              }
            },
            "Things": { "type": "list", "member": { "shape": "Thing" } },
            "ThingMap": { "type": "map", "key": { "shape": "String" }, "value": { "shape": "Thing" } },
            "Json": { "type": "structure", "members": {}, "document": true },
            "Color": { "type": "string", "enum": ["RED", "GREEN"] },
            "RoleArn": { "type": "string" },
            "String": { "type": "string" },
            "Integer": { "type": "integer" },
            "Boolean": { "type": "boolean" },
            "Timestamp": { "type": "timestamp" },
            "Blob": { "type": "blob" },
            "ThingLimitFault": { "type": "structure", "members": {}, "exception": true },
            "NoSuchThing": { "type": "structure", "members": {}, "exception": true }
          }
        }
        """;

    public static byte[] File() => CatalogueWriter.Write("tests 1.0", [new ApiModel(JsonDocument.Parse(Model).RootElement)]);
}
