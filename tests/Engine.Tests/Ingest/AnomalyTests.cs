using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>What is wrong with the notices beside the repository, worked out by hand from their figures.</summary>
public sealed class AnomalyTests
{
    /// <summary>Notice → codes; a notice that is not named agrees with itself.</summary>
    private static readonly Dictionary<string, string[]> s_expected = new(StringComparer.Ordinal)
    {
        // 199 for 198, 第四季度 against itself, 6%, one 二是 too many, 21 without units, a veto without a finding.
        ["00_yijinhuoluo_2024Q4"] =
        [
            DiscrepancyCode.Numbering,
            DiscrepancyCode.UnattributedTotal,
            DiscrepancyCode.SumMismatch,
            DiscrepancyCode.VetoWithoutFinding,
            DiscrepancyCode.PeriodConflict,
            DiscrepancyCode.PercentOrPoints,
        ],
        // (134 − 8) ÷ 134 = 94.03 %, stated 94.3 %.
        ["25_qinghai_2020Q3"] = [DiscrepancyCode.RateMismatch],
        // 291 ÷ 294 = 98.98 %, stated 98.9 %.
        ["32_kaifeng_2024Q1"] = [DiscrepancyCode.RateTruncated],
        // (461 − 24) ÷ 461 = 94.79 %, stated 95.0 %.
        ["37_wuxi_2021Q4"] = [DiscrepancyCode.RateMismatch],
        // 31 + 10 + 2 = 43, stated 56.
        ["44_zhenba_2022Q2"] = [DiscrepancyCode.SumMismatch],
    };

    [Fact]
    public void Every_anomaly_is_reported_and_nothing_else()
    {
        foreach (var file in Directory.GetFiles(SharedNotices.Folder, "*.txt"))
        {
            var id = Path.GetFileNameWithoutExtension(file);

            Assert.Equal(
                s_expected.GetValueOrDefault(id, []),
                SharedNotices.Read(id).Discrepancies.Select(found => found.Code)
            );
        }
    }

    [Theory]
    [InlineData("抽查政务新媒体40个，合格38个，不合格3个。", DiscrepancyCode.SumMismatch)]
    [InlineData("上季度通报的问题118处，已整改112处，尚未整改5处。", DiscrepancyCode.SumMismatch)]
    [InlineData("全县共有政务新媒体21个，抽查28个。", DiscrepancyCode.PartExceedsWhole)]
    [InlineData("收到留言19条，其中咨询类12条，占63.1%；投诉类7条，占36.8%。", DiscrepancyCode.RateTruncated)]
    [InlineData("全旗共有政府网站50个，抽查5个，抽查比例20%。", DiscrepancyCode.RateMismatch)]
    [InlineData("收到信息100条，采用50条，其中部门报送40条，采用30条，采用率70%。", DiscrepancyCode.RateMismatch)]
    public void Outcomes_that_do_not_add_up_are_reported(string sentence, string code) =>
        Assert.Equal(code, Assert.Single(Sample.Read(sentence).Discrepancies).Code);

    [Theory]
    [InlineData("抽查政务新媒体40个，合格38个，不合格2个，合格率95%。")]
    [InlineData("抽查县政府门户网站1家、部门网站28家，合格27家，合格率93.1%。")]
    [InlineData("普查政府网站100个，关停后保留50个，合格49个，合格率98%。")]
    [InlineData("上季度通报的问题118处，已整改112处，尚未整改6处。")]
    public void Outcomes_that_add_up_are_not(string sentence) => Assert.Empty(Sample.Read(sentence).Discrepancies);
}
