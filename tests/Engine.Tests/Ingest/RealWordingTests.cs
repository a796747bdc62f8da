namespace Analytics.Tests.Ingest;

/// <summary>Ways of wording that notices of many places share; the sentences and figures are our own.</summary>
public sealed class RealWordingTests
{
    [Fact]
    public void Every_platform_of_a_list_may_split_its_number_in_a_bracket()
    {
        Assert.Equal(
            [
                "newmedia inspected 9",
                "newmedia inspected 4 百度贴吧",
                "newmedia inspected 4 市直单位百度贴吧",
                "newmedia inspected 5 大鱼号",
                "newmedia inspected 2 市直单位大鱼号",
                "newmedia inspected 3 县（市）区大鱼号",
            ],
            Sample.Facts(
                "本次检查政务新媒体9个，其中百度贴吧4个（市直单位4个）；大鱼号5个（市直单位2个，县（市）区3个）。"
            )
        );
    }

    [Theory]
    [InlineData("甲县、市乙局、市丙局等6家部门网站运行良好。", "website other 6")]
    [InlineData("本月提醒各单位更新网站栏目共计85次。", "website other 85")]
    [InlineData("我县登记在《全国政务新媒体信息报送系统》的政务新媒体共31个。", "newmedia accounts 31")]
    [InlineData("纳入《全国政务新媒体信息报送系统》的政务新媒体共31个。", "newmedia accounts 31")]
    [InlineData("网民通过监督举报平台反映的我市网站问题共计77条。", "interaction messages 77")]
    [InlineData("各单位报送信息后，采纳发布62条。", "submission adopted 62")]
    [InlineData("如县民政局虽上报3条信息，但未录用。", "submission submitted 3 县民政局")]
    [InlineData("其他县直单位和街道被采用信息41条。", "submission adopted 41 其他县直单位和街道")]
    public void What_is_said_beside_a_number_decides_what_it_counts(string body, string expected) =>
        Assert.Equal([expected], Sample.Facts(body));

    [Fact]
    public void Outstanding_problems_beside_a_pass_rate_are_failures()
    {
        Assert.Equal(
            ["website inspected 50", "website failed 2", "website pass_rate 96"],
            Sample.Facts("对全市50个政府网站进行抽查，发现存在突出问题的政府网站2个，抽查合格率96%。")
        );
    }

    [Fact]
    public void A_sample_is_taken_of_what_exists()
    {
        Assert.Equal(
            ["newmedia accounts 820", "newmedia inspected 90"],
            Sample.Facts("对全市正在运行的820个政务新媒体中的90个进行了抽查。")
        );
    }

    [Theory]
    [InlineData("复查发现3个政务新媒体仍未整改合格。", "newmedia unrectified 3")]
    [InlineData("正在运行的政务新媒体200个，检查发现8个存在问题。", "newmedia accounts_with_issue 8")]
    [InlineData("随机抽查的40个“今日头条”账号中，12个超过2周未更新。", "newmedia accounts_with_issue 12")]
    public void The_last_number_counts_accounts(string body, string expected) =>
        Assert.Equal(expected, Sample.Facts(body)[^1]);

    [Fact]
    public void Units_with_a_fault_and_no_number_have_it_once_each()
    {
        Assert.Equal(
            [
                "website units_with_issue 1 公安局",
                "website units_with_issue 1 财政局",
                "website units_with_issue 1 甲水镇",
            ],
            Sample.Facts("政府网站方面，公安局、财政局、甲水镇存在个别栏目更新不够及时问题。")
        );
        // The number says how many.
        Assert.Equal(
            ["website issues 4"],
            Sample.Facts("政府网站方面，公安局、财政局存在错别字4处。").Select(fact => fact[..16])
        );
    }

    [Fact]
    public void Accounts_in_quotes_have_the_fault_that_stands_behind_or_before_them()
    {
        Assert.Equal(
            [
                "newmedia accounts_with_issue 1 甲县微信公众号",
                "newmedia accounts_with_issue 1 甲县微信公众号",
                "newmedia accounts_with_issue 1 丙水发布微博",
            ],
            Sample.Facts(
                "二、存在问题\n"
                    + "一是违规开设账号。甲县微信公众号“甲县一线、甲县二线”等政务新媒体未进行填报登记。"
                    + "二是长期内容不更新问题依然存在。如微博“丙水发布”。"
            )
        );
        Assert.Empty(Sample.Facts("“丁水发布”微信公众号运行良好，未发现问题。"));
    }

    [Fact]
    public void Zeros_that_fill_up_a_rounded_rate_are_no_mistake()
    {
        var notice = Sample.Read("各单位报送信息28条，采用16条，采用率57.10%。");

        Assert.Empty(notice.Discrepancies);
    }
}
