namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The IAM actions of AWS SDK calls, with the exceptions to the rule that the action has the name of the call.</summary>
internal static class SdkActions
{
    private static readonly Dictionary<string, string[]> _exceptions = new(StringComparer.Ordinal)
    {
        ["bedrockruntime:converse"] = ["bedrock:InvokeModel"],
        ["bedrockruntime:converseStream"] = ["bedrock:InvokeModelWithResponseStream"],
        ["dynamodb:batchExecuteStatement"] = PartiQL(),
        ["dynamodb:executeStatement"] = PartiQL(),
        ["dynamodb:executeTransaction"] = PartiQL(),
        ["dynamodb:transactGetItems"] = ["dynamodb:GetItem"],
        ["dynamodb:transactWriteItems"] = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
        ["lambda:invoke"] = ["lambda:InvokeFunction"],
        ["lambda:invokeAsync"] = ["lambda:InvokeFunction"],
        ["s3:completeMultipartUpload"] = ["s3:PutObject"],
        ["s3:copyObject"] = ["s3:PutObject"],
        ["s3:createMultipartUpload"] = ["s3:PutObject"],
        ["s3:deleteBucketCors"] = ["s3:PutBucketCORS"],
        ["s3:deleteBucketEncryption"] = ["s3:PutEncryptionConfiguration"],
        ["s3:deleteBucketLifecycle"] = ["s3:PutLifecycleConfiguration"],
        ["s3:deleteBucketReplication"] = ["s3:PutReplicationConfiguration"],
        ["s3:deleteBucketTagging"] = ["s3:PutBucketTagging"],
        ["s3:deleteObjects"] = ["s3:DeleteObject"],
        ["s3:deletePublicAccessBlock"] = ["s3:PutBucketPublicAccessBlock"],
        ["s3:getBucketCors"] = ["s3:GetBucketCORS"],
        ["s3:getBucketEncryption"] = ["s3:GetEncryptionConfiguration"],
        ["s3:getBucketLifecycleConfiguration"] = ["s3:GetLifecycleConfiguration"],
        ["s3:getBucketNotificationConfiguration"] = ["s3:GetBucketNotification"],
        ["s3:getBucketReplication"] = ["s3:GetReplicationConfiguration"],
        ["s3:getObjectAttributes"] = ["s3:GetObject", "s3:GetObjectAttributes"],
        ["s3:getObjectLockConfiguration"] = ["s3:GetBucketObjectLockConfiguration"],
        ["s3:getPublicAccessBlock"] = ["s3:GetBucketPublicAccessBlock"],
        ["s3:headBucket"] = ["s3:ListBucket"],
        ["s3:headObject"] = ["s3:GetObject"],
        ["s3:listBuckets"] = ["s3:ListAllMyBuckets"],
        ["s3:listMultipartUploads"] = ["s3:ListBucketMultipartUploads"],
        ["s3:listObjectVersions"] = ["s3:ListBucketVersions"],
        ["s3:listObjects"] = ["s3:ListBucket"],
        ["s3:listObjectsV2"] = ["s3:ListBucket"],
        ["s3:listParts"] = ["s3:ListMultipartUploadParts"],
        ["s3:putBucketCors"] = ["s3:PutBucketCORS"],
        ["s3:putBucketEncryption"] = ["s3:PutEncryptionConfiguration"],
        ["s3:putBucketLifecycleConfiguration"] = ["s3:PutLifecycleConfiguration"],
        ["s3:putBucketNotificationConfiguration"] = ["s3:PutBucketNotification"],
        ["s3:putBucketReplication"] = ["s3:PutReplicationConfiguration"],
        ["s3:putObjectLockConfiguration"] = ["s3:PutBucketObjectLockConfiguration"],
        ["s3:putPublicAccessBlock"] = ["s3:PutBucketPublicAccessBlock"],
        ["s3:selectObjectContent"] = ["s3:GetObject"],
        ["s3:uploadPart"] = ["s3:PutObject"],
        ["s3:uploadPartCopy"] = ["s3:PutObject"],
        ["sns:publishBatch"] = ["sns:Publish"],
        ["sqs:changeMessageVisibilityBatch"] = ["sqs:ChangeMessageVisibility"],
        ["sqs:deleteMessageBatch"] = ["sqs:DeleteMessage"],
        ["sqs:sendMessageBatch"] = ["sqs:SendMessage"],
    };

    /// <summary>Returns the actions of a call; null if the service is not known.</summary>
    public static IReadOnlyList<string>? Of(string service, string action)
        => _exceptions.TryGetValue(service + ":" + action, out var actions) ? actions
            : SdkServices.Prefix(service) is { } prefix ? [prefix + ":" + char.ToUpperInvariant(action[0]) + action.Substring(1)]
            : null;

    private static string[] PartiQL() => ["dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate"];
}
