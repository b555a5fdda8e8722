namespace Stepwise.Deployment.Terraform;

/// <summary>An output of the module.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">Its value.</param>
/// <param name="Description">What it is.</param>
internal sealed record TerraformOutput(string Name, string Expression, string Description);
