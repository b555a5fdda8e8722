using Stepwise.Catalogue;
using Xunit.Abstractions;

namespace Stepwise.StatesLanguage.Tests.Catalogue;

/// <summary>The names that Step Functions has for what a model names.</summary>
public sealed class WireNameTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("SNSTopicArn", "SnsTopicArn")]
    [InlineData("DBInstanceIdentifier", "DbInstanceIdentifier")]
    [InlineData("SSEKMSKeyId", "SsekmsKeyId")]
    [InlineData("ACL", "Acl")]
    [InlineData("KMSKeyId", "KmsKeyId")]
    [InlineData("ETag", "ETag")]
    [InlineData("ChecksumCRC32", "ChecksumCRC32")]
    [InlineData("SourceDBClusterIdentifier", "SourceDBClusterIdentifier")]
    [InlineData("cluster", "Cluster")]
    [InlineData("iPv6", "IPv6")]
    [InlineData("VPCId", "VpcId")]
    [InlineData("MD5OfBody", "Md5OfBody")]
    [InlineData("EC2InstanceId", "Ec2InstanceId")]
    [InlineData("S3Bucket", "S3Bucket")]
    [InlineData("N", "N")]
    [InlineData("x", "X")]
    public void A_member_has_a_capital_first_letter_and_leading_capitals_are_one_word(string model, string wire) => Assert.Equal(wire, WireNames.Member(model));

    [Theory]
    [InlineData("SFN", "sfn", "Sfn")]
    [InlineData("CloudWatch Logs", "cloudwatchlogs", "CloudWatchLogs")]
    [InlineData("Config Service", "config", "Config")]
    [InlineData("DynamoDB", "dynamodb", "DynamoDb")]
    [InlineData("S3", "s3", "S3")]
    [InlineData("RDS", "rds", "Rds")]
    [InlineData("Elastic Load Balancing v2", "elasticloadbalancingv2", "ElasticLoadBalancingV2")]
    [InlineData("AWSThing Service", "thing", "Thing")]
    [InlineData("codestar-connections", "codestarconnections", "CodestarConnections")]
    public void A_service_is_its_id_without_spaces_and_affixes(string id, string service, string errors)
    {
        Assert.Equal(service, WireNames.Service(id));
        Assert.Equal(errors, WireNames.ErrorPrefix(id));
    }

    [Theory]
    [InlineData("CreateDBSnapshot", "createDBSnapshot")]
    [InlineData("GetItem", "getItem")]
    public void An_action_keeps_its_letters(string operation, string action) => Assert.Equal(action, WireNames.Action(operation));

    [Theory]
    [InlineData("DBInstanceNotFoundFault", "DbInstanceNotFoundException")]
    [InlineData("NoSuchKey", "NoSuchKeyException")]
    [InlineData("ConditionalCheckFailedException", "ConditionalCheckFailedException")]
    [InlineData("KMSInvalidStateException", "KmsInvalidStateException")]
    public void An_error_is_the_exception_of_the_sdk(string shape, string error) => Assert.Equal(error, WireNames.Error(shape));

    [BotocoreFact]
    public void Names_differ_only_where_capitals_lead()
    {
        var members = ApiModel.ReadAll(BotocoreFactAttribute.Folder!).SelectMany(model => model.MemberNames.Select(name => (model.ServiceId, name))).ToList();
        var different = members.Where(member => WireNames.Member(member.name) != char.ToUpperInvariant(member.name[0]) + member.name[1..]).ToList();
        output.WriteLine($"{different.Count} of {members.Count} members differ: {different.Select(member => member.name).Distinct().Count()} names in {different.Select(member => member.ServiceId).Distinct().Count()} services");
        Assert.All(different, member => Assert.True(char.IsAsciiLetterUpper(member.name[0]) && char.IsAsciiLetterUpper(member.name[1]), member.name));
        Assert.All(members, member => Assert.True(string.Equals(member.name, WireNames.Member(member.name), StringComparison.OrdinalIgnoreCase), member.name));
        Assert.InRange(different.Count, members.Count / 200, members.Count / 50);
    }
}
