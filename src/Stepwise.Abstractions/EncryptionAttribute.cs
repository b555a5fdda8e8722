namespace Stepwise;

/// <summary>Encrypts the definition and the executions' data with a KMS key of the account; the machine's <c>EncryptionConfiguration</c> with the type <c>CUSTOMER_MANAGED_KMS_KEY</c>.
/// Without this attribute AWS encrypts with a key that it owns.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EncryptionAttribute : Attribute
{
    /// <summary>Encrypts with a key.</summary>
    /// <param name="key">The key's name, which becomes a substitution (<c>campaign-data</c> becomes <c>${CampaignDataKeyArn}</c>), or its ARN; the field <c>KmsKeyId</c>.</param>
    public EncryptionAttribute(string key) => Key = key;

    /// <summary>The key's name or ARN; the field <c>KmsKeyId</c>.</summary>
    public string Key { get; }

    /// <summary>The time for which Step Functions uses one data key before it asks KMS for the next, in seconds, 60 to 900; the field <c>KmsDataKeyReusePeriodSeconds</c>. Default: 300.
    /// A longer time costs less; with a shorter time, disabling the key takes effect sooner.</summary>
    public int DataKeyReuseSeconds { get; set; } = 300;
}
