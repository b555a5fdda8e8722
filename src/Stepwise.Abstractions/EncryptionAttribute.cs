namespace Stepwise;

/// <summary>Encrypts the definition and the data of executions with a KMS key of your own; the machine's <c>EncryptionConfiguration</c> of type <c>CUSTOMER_MANAGED_KMS_KEY</c>.
/// Without it AWS encrypts with a key of its own.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EncryptionAttribute : Attribute
{
    /// <summary>Names the key.</summary>
    /// <param name="key">The key's name, which the deployment replaces: <c>campaign-data</c> becomes <c>${CampaignDataKeyArn}</c>. Or an ARN. The field <c>KmsKeyId</c>.</param>
    public EncryptionAttribute(string key) => Key = key;

    /// <summary>The key's name or its ARN; the field <c>KmsKeyId</c>.</summary>
    public string Key { get; }

    /// <summary>How long Step Functions uses one data key before it asks KMS for the next, in seconds: 60 to 900. More is cheaper, less takes effect sooner when the key is disabled.
    /// The field <c>KmsDataKeyReusePeriodSeconds</c>. Default: 300.</summary>
    public int DataKeyReuseSeconds { get; set; } = 300;
}
