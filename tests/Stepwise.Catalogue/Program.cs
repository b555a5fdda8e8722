using System.CommandLine;
using Stepwise.Catalogue;

var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "botocore's folder 'data'. It is installed wherever the AWS CLI or boto3 is." };
var output = new Argument<FileInfo>("FILE") { Description = "The catalogue: src/Stepwise.StatesLanguage/Catalogue/services.bin." };
var root = new RootCommand("Makes the catalogue of AWS's services, actions and members from botocore's models of the APIs.") { folder, output };
root.SetAction(result =>
{
    var data = result.GetRequiredValue(folder).FullName;
    var source = "botocore " + ApiModel.VersionOf(data);
    var models = ApiModel.ReadAll(data);
    var bytes = CatalogueWriter.Write(source, models);
    File.WriteAllBytes(result.GetRequiredValue(output).FullName, bytes);
    result.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant($"{source}: {models.Count} services, {models.Sum(static model => model.Operations.Count)} actions, {bytes.Length} bytes"));
});
return await root.Parse(args).InvokeAsync();
