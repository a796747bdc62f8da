using Analytics.Ingest.Tables;

namespace Analytics.Tests.Ingest.Tables;

public sealed class AccountAndRequestTests
{
    [Fact]
    public void An_inspected_account_gives_its_unit_what_came_out_and_its_problem()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政务新媒体检查表
            序号|账号名称|平台|主办单位|检查结果|存在问题
            1|伊金霍洛司法|抖音|旗司法局|不合格|两周未更新
            2|水利在线|微信公众号|旗水利局|合格|无
            3|健康伊旗|微博|旗卫健委|合格|
            """
        );

        Assert.Equal(TableKind.Accounts, sheet.Kind);
        Assert.Equal(
            [
                "inspected 1 旗司法局 newmedia 抖音 伊金霍洛司法 2024Q4",
                "failed 1 旗司法局 newmedia 抖音 伊金霍洛司法 2024Q4",
                "issues 1 旗司法局 newmedia 抖音 伊金霍洛司法 2024Q4",
                "inspected 1 旗水利局 newmedia 微信公众号 水利在线 2024Q4",
                "passed 1 旗水利局 newmedia 微信公众号 水利在线 2024Q4",
                "inspected 1 旗卫健委 newmedia 微博 健康伊旗 2024Q4",
                "passed 1 旗卫健委 newmedia 微博 健康伊旗 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
        Assert.Equal("两周未更新", sheet.Facts[2].Words);
        Assert.Equal(new AccountRow("伊金霍洛司法", "抖音", "旗司法局", "表.csv!第3行"), sheet.Accounts[0]);
        Assert.Equal(3, sheet.Accounts.Count);
    }

    [Fact]
    public void A_list_of_accounts_alone_says_that_they_were_inspected()
    {
        var sheet = Given.Sheet(
            "新媒体名称|开设主体|媒体类型\n水利在线|旗水利局|微信\n",
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal(["inspected 1 旗水利局 newmedia 微信 水利在线 2024Q4"], Given.Shown(sheet.Facts));
    }

    [Fact]
    public void A_request_has_its_days_and_is_counted_where_it_was_answered()
    {
        var sheet = Given.Sheet(
            """
            依申请公开办理台账
            申请编号|承办单位|收到日期|答复日期|是否延期|答复结果|申请人
            2024-07|旗自然资源局|2024年9月20日|2024-10-18|否|予以公开|某某
            2024-08|旗公安局|45631||是||某某
            2024-09|旗民政局|2024/11/1|2024/12/20|延期10个工作日|部分公开|某某
            """
        );

        Assert.Equal(TableKind.Requests, sheet.Kind);
        Assert.Equal(
            [
                new RequestRow(
                    "2024-07",
                    "旗自然资源局",
                    new(2024, 9, 20),
                    new(2024, 10, 18),
                    0,
                    "予以公开",
                    "2024Q4",
                    "表.csv!第3行"
                ),
                // 45631 days after 1899-12-30 is 2024-12-05.
                new RequestRow("2024-08", "旗公安局", new(2024, 12, 5), null, 20, null, "2024Q4", "表.csv!第4行"),
                new RequestRow(
                    "2024-09",
                    "旗民政局",
                    new(2024, 11, 1),
                    new(2024, 12, 20),
                    10,
                    "部分公开",
                    "2024Q4",
                    "表.csv!第5行"
                ),
            ],
            sheet.Requests
        );
        Assert.Empty(sheet.Facts);
        Assert.Empty(sheet.Errors);
    }

    [Fact]
    public void A_request_that_cannot_be_is_refused()
    {
        var sheet = Given.Sheet(
            """
            承办单位|收到日期|答复日期|延期天数
            旗公安局||2024-10-18|
            旗公安局|2024-10-18|2024-10-17|
            旗公安局|2024-10-18||30
            """
        );

        Assert.Equal(
            ["没有写收到日期。", "答复日期早于收到日期 2024-10-18。", "不是延期的工作日数。"],
            sheet.Errors.Select(error => error.Message)
        );
        Assert.Empty(sheet.Requests);
    }
}
