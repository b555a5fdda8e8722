namespace Stepwise.Consumer.Tests;

/// <summary>A project outside the repository that references the package as a user's does.</summary>
internal sealed class ConsumerProject
{
    /// <param name="package">The package.</param>
    /// <param name="folder">A folder of its own, below the package's.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="framework">Target framework, or several.</param>
    /// <param name="properties">Further properties, as XML.</param>
    /// <param name="items">Items instead of the reference to Stepwise, as XML.</param>
    /// <param name="imports">What to import first, as XML.</param>
    public ConsumerProject(StepwisePackage package, string folder, string name = "Shop", string framework = "net10.0", string properties = "", string? items = null, string imports = "")
    {
        Name = name;
        Framework = framework;
        Folder = Path.Combine(package.Root, folder, name);
        Directory.CreateDirectory(Folder);
        var frameworks = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              {imports}
              <PropertyGroup>
                <{frameworks}>{framework}</{frameworks}>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items ?? $"""<PackageReference Include="Stepwise" Version="{package.Version}" />"""}
              </ItemGroup>
            </Project>
            """);
    }

    public string Name { get; }

    public string Framework { get; }

    public string Folder { get; }

    public string Output => Path.Combine(Folder, "bin", "Debug", Framework, "workflows");

    public string Assembly => Path.Combine(Folder, "bin", "Debug", Framework, $"{Name}.dll");

    public string Intermediate => Path.Combine(Folder, "obj", "Debug", Framework, "stepwise");

    /// <summary>The files of one workflow that the build writes by default.</summary>
    public static string[] FilesOf(string workflow) =>
        [.. new[]
        {
            "cloudformation.template.json", "input.schema.json", "output.schema.json", "serverless.template.json",
            "terraform/README.md", $"terraform/{workflow}.asl.json", "terraform/main.tf.json", "terraform/outputs.tf.json", "terraform/variables.tf.json", "terraform/versions.tf.json",
            $"{workflow}.asl.json", $"{workflow}.md", $"{workflow}.policy.json", $"{workflow}.svg", $"{workflow}.trust.json",
        }.Select(file => $"{workflow}/{file}").Order(StringComparer.Ordinal)];

    /// <summary>The files below a folder, with forward slashes, in order.</summary>
    public static string[] FilesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    public ConsumerProject Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>Writes a workflow of three members.</summary>
    /// <param name="type">The class and, in lower case, the workflow.</param>
    /// <param name="greeting">A text that the definition contains.</param>
    /// <param name="output">The value that the last state reads; it is called <c>message</c>.</param>
    public ConsumerProject WithWorkflow(string type, string greeting = "Hello", string output = "message") => Write($"{type}.cs", $$"""
        using Stepwise;

        namespace Shop;

        /// <summary>Greets.</summary>
        [StateMachine("{{type.ToLowerInvariant()}}")]
        public sealed partial class {{type}}
        {
            [Start(Next = nameof(Greet))]
            public static partial void Start(string name);

            [Pass(ResultName = "message", Next = nameof(Done))]
            public static string Greet(string name) => "{{greeting}} " + name;

            [Succeed]
            public static partial void Done(string {{output}});
        }
        """);

    public ConsumerProject WithMain() => Write("Program.cs", "System.Console.WriteLine(\"done\");\n");

    public DotnetResult Build(string arguments = "") => Dotnet.Run(Folder, $"build {arguments}");

    public DotnetResult Run(string arguments) => Dotnet.Run(Folder, arguments);

    /// <summary>When each file of the output was written.</summary>
    public Dictionary<string, DateTime> Times() =>
        FilesIn(Output).ToDictionary(file => file, file => File.GetLastWriteTimeUtc(Path.Combine(Output, file)), StringComparer.Ordinal);
}
