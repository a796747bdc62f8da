using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Query;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard;

/// <summary>Every problem (RFC 9457) the server can answer with: a stable type, a Chinese title, the value and the cure in the detail.</summary>
public static class Problems
{
    /// <summary>The media type of every error.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>No such route.</summary>
    public static ProblemHttpResult NoSuchRoute(string path) =>
        Of(404, "not-found", "没有这个地址", $"没有 {path}。可用的地址见 /openapi/v1.json。");

    /// <summary>The route does not take this method.</summary>
    public static ProblemHttpResult WrongMethod(string method, string path) =>
        Of(405, "method-not-allowed", "不支持这种请求", $"{path} 不接受 {method}。可用的方法见 /openapi/v1.json。");

    /// <summary>The body's type is not taken.</summary>
    public static ProblemHttpResult WrongMediaType(string? mediaType) =>
        Of(
            415,
            "unsupported-media-type",
            "不支持这种内容类型",
            $"不接受 “{mediaType}”。上传文件请用 multipart/form-data。"
        );

    /// <summary>The request cannot be understood.</summary>
    public static ProblemHttpResult BadRequest(string detail) => Of(400, "bad-request", "请求有误", detail);

    /// <summary>A parameter whose value is of another kind: a word for a number.</summary>
    public static ProblemHttpResult MalformedParameter(string name, string value) =>
        Of(
            400,
            "malformed-parameter",
            "参数的写法不对",
            $"参数 {name} 不能是 “{value}”。请对照 /openapi/v1.json 检查。"
        );

    /// <summary>A query parameter that the route does not have.</summary>
    public static ProblemHttpResult UnknownParameter(string name, IEnumerable<string> known) =>
        Of(400, "unknown-parameter", "不认识的参数", $"不认识参数 “{name}”。{Known("可用的参数", known)}");

    /// <summary>A text that is no quarter.</summary>
    public static ProblemHttpResult NoQuarter(string text) =>
        Of(400, "malformed-quarter", "不是季度", $"“{text}”不是季度。请写成年份加 Q 加 1 到 4，例如 2024Q4。");

    /// <summary>A quarter without data; the detail names the loaded ones.</summary>
    public static ProblemHttpResult QuarterNotLoaded(Quarter quarter, IEnumerable<QuarterRow> loaded) =>
        Of(
            404,
            "quarter-not-loaded",
            "没有这个季度的数据",
            $"没有加载 {quarter.Chinese}（{quarter}）的数据。{Known("已加载的季度", loaded.Select(known => known.Quarter.ToString()))}"
        );

    /// <summary>A unit that nobody knows; the detail names the nearest.</summary>
    public static ProblemHttpResult UnknownUnit(string words, IEnumerable<string> nearest) =>
        Of(404, "unknown-unit", "没有这个单位", $"没有名为 “{words}” 的单位。{Known("相近的有", nearest)}");

    /// <summary>A name that is not one of a list.</summary>
    public static ProblemHttpResult Unknown(string code, string what, string name, IEnumerable<string> known) =>
        Of(404, "unknown-" + code, "没有这个" + what, $"没有{what} “{name}”。{Known("可用的", known)}");

    /// <summary>The file of a notice is no longer in the warehouse's folder.</summary>
    public static ProblemHttpResult SourceGone(string fileName, string sha256) =>
        Of(
            404,
            "source-gone",
            "原文文件不在了",
            $"数据仓库的 sources 文件夹中没有 {fileName}（{sha256}），或内容已被改动。请把原文件重新加载一次，数字不会改变。"
        );

    /// <summary>A cursor that this server did not give.</summary>
    public static ProblemHttpResult NoCursor() =>
        Of(
            400,
            "malformed-cursor",
            "不认识的 cursor",
            "cursor 应原样取自上一页的 next，不要改动；要从头看请去掉 cursor。"
        );

    /// <summary>There is nothing to draw.</summary>
    public static ProblemHttpResult NothingToDraw(string detail) =>
        Of(404, "nothing-to-draw", "没有可以画的数据", detail);

    /// <summary>Charts have no Chinese font.</summary>
    public static ProblemHttpResult NoFont(string detail) => Of(503, "no-font", "缺少中文字体", detail);

    /// <summary>A quarter that no rulebook applies to.</summary>
    public static ProblemHttpResult NoRulebook(Domain.Quarter quarter) =>
        Of(
            404,
            "no-rulebook",
            "没有适用的评分规则",
            $"{quarter.Chinese}没有适用的评分规则。请用 rulebook 指定一个，或先发布规则。"
        );

    /// <summary>A file that carries no statement of what it was made from.</summary>
    public static ProblemHttpResult NotVerifiable(string detail) => Of(422, "not-verifiable", "无法核验", detail);

    /// <summary>The input cannot be loaded.</summary>
    public static ProblemHttpResult Refused(string detail) => Of(422, "refused", "文件没有加载", detail);

    /// <summary>A model that is worse than the one in use.</summary>
    public static ProblemHttpResult WorseModel(ModelReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(
            422,
            "worse-model",
            "没有启用这个模型",
            $"在留出的文本上，它的正确率是 {Output.ModelText.Share(report.Measures.Accuracy)}，正在使用的模型是 "
                + $"{Output.ModelText.Share(report.CurrentMeasures?.Accuracy)}。仍要启用，请选“不顾检验结果”，并会记录在案。"
        );
    }

    /// <summary>A preview that is gone.</summary>
    public static ProblemHttpResult NoPreview(string id) =>
        Of(404, "unknown-import", "没有这次预览", $"没有编号为 {id} 的预览，或已超过 30 分钟。请重新上传。");

    /// <summary>A decision on a name that is not in force.</summary>
    public static ProblemHttpResult NoDecision(long decision) =>
        Of(
            404,
            "unknown-decision",
            "没有这次认定",
            $"没有第 {decision} 号认定，或它已经撤销。请在认定的列表中核对编号。"
        );

    /// <summary>A unit that a quarter's ranking does not have.</summary>
    public static ProblemHttpResult NotRanked(string unit, Quarter quarter) =>
        Of(404, "unit-not-ranked", "排名中没有这个单位", $"{quarter.Chinese}的排名中没有{unit}。请换一个季度或单位。");

    /// <summary>An upload that was loaded already.</summary>
    public static ProblemHttpResult ImportLoaded(string id, long? batch) =>
        Of(
            409,
            "import-loaded",
            "已经加载过",
            batch is null
                ? $"预览 {id} 已确认过，内容与数据仓库中的相同，没有改动。"
                : $"预览 {id} 已加载为第 {batch} 批。要再次加载请重新上传。"
        );

    /// <summary>The warehouse changed, and the load would no longer do what the preview said.</summary>
    public static ProblemHttpResult StaleImport(string id) =>
        Of(
            409,
            "stale-import",
            "预览已过时",
            $"预览 {id} 之后数据仓库有了改动，现在加载的结果会与预览不同，所以没有加载。预览已更新，请再看一遍后确认。"
        );

    /// <summary>Nothing of an upload was refused.</summary>
    public static ProblemHttpResult NothingRefused(string id) =>
        Of(404, "nothing-refused", "没有被拒的行", $"预览 {id} 中没有这样的被拒的行。");

    /// <summary>Something rests on a batch that is to be undone.</summary>
    public static ProblemHttpResult BatchIsUsed(long batch, IEnumerable<Dependent> dependents) =>
        Of(
            409,
            "batch-is-used",
            "有内容建立在这一批上",
            $"第 {batch} 批没有撤销，因为有内容建立在它上面：{string.Join("；", dependents.Select(DependentText.Of))}。确要撤销请加 force=true（命令行用 --force）。"
        );

    /// <summary>Somebody else writes.</summary>
    public static ProblemHttpResult Busy(string detail) => Of(409, "busy", "数据仓库正忙", detail);

    /// <summary>The upload is too large.</summary>
    public static ProblemHttpResult TooLarge(string detail) => Of(413, "too-large", "文件太大", detail);

    /// <summary>No session and no key.</summary>
    public static ProblemHttpResult NoSession() =>
        Of(
            401,
            "no-session",
            "尚未登录",
            "请打开启动时显示的一次性链接；脚本请发送 Authorization: Bearer 加 API 密钥，密钥在数据仓库文件夹的 api.key 中。"
        );

    /// <summary>The role does not allow it.</summary>
    public static ProblemHttpResult NotAllowed() =>
        Of(403, "not-allowed", "没有权限", "您的身份不能做这件事，请找系统管理员。");

    /// <summary>The one-time link was used, or is wrong.</summary>
    public static ProblemHttpResult LinkUsed() =>
        Of(
            403,
            "link-used",
            "链接已失效",
            "一次性链接只能用一次。请在下面输入 API 密钥，或重新启动程序以得到新的链接。"
        );

    /// <summary>The request came under a foreign host name.</summary>
    public static ProblemHttpResult WrongHost(string host) =>
        Of(400, "wrong-host", "主机名不对", $"本服务只应答 127.0.0.1 和 localhost，不应答 “{host}”。");

    /// <summary>The change came from a page of another site.</summary>
    public static ProblemHttpResult ForeignOrigin(string origin) =>
        Of(403, "foreign-origin", "来自其他网站的请求", $"不接受来自 “{origin}” 的改动。请在本服务自己的页面上操作。");

    /// <summary>Our fault; the id is in the log.</summary>
    public static ProblemHttpResult Fault(string id) =>
        Of(500, "fault", "程序出错", $"程序出错，编号 {id}。数据没有改动；请把编号交给维护人员，日志中有细节。");

    /// <summary>A query without a result.</summary>
    public static ProblemHttpResult Query(QueryFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var (status, type, title) = fault.Kind switch
        {
            QueryFaultKind.Syntax => (400, "query-syntax", "SQL 写法有误"),
            QueryFaultKind.NotAllowed => (403, "query-not-allowed", "不允许这样查询"),
            QueryFaultKind.Memory => (422, "query-memory", "查询用的内存太多"),
            QueryFaultKind.Timeout => (504, "query-timeout", "查询超时"),
            QueryFaultKind.Cancelled => (409, "query-cancelled", "查询已取消"),
            QueryFaultKind.Crashed => (422, "query-crashed", "查询中途停止"),
            QueryFaultKind.TooLarge => (413, "too-large", "SQL 太长"),
            QueryFaultKind.Busy => (429, "busy", "正忙，请稍后再试"),
            _ => (400, "query-failed", "查询出错"),
        };
        return TypedResults.Problem(
            detail: fault.Message,
            statusCode: status,
            title: title,
            type: "/problems/" + type,
            extensions: fault.Line is null
                ? null
                : new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["line"] = fault.Line,
                    ["column"] = fault.Column,
                }
        );
    }

    /// <summary>A query that nobody asked, or too long ago.</summary>
    public static ProblemHttpResult NoQuery(string id) =>
        Of(404, "unknown-query", "没有这个查询", $"没有编号为 {id} 的查询，或它的结果已过 15 分钟。请重新运行。");

    /// <summary>A query that has no result to draw: it runs still, or failed.</summary>
    public static ProblemHttpResult QueryNotDone(string id) =>
        Of(409, "query-not-done", "查询还没有结果", $"查询 {id} 还在运行，或没有成功。请等它完成，或改好后重新运行。");

    private static string Known(string what, IEnumerable<string> values)
    {
        var list = string.Join("、", values);
        return list.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{what}：{list}。");
    }

    private static ProblemHttpResult Of(int status, string type, string title, string detail) =>
        TypedResults.Problem(detail: detail, statusCode: status, title: title, type: "/problems/" + type);
}
