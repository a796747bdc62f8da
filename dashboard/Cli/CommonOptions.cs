using System.CommandLine;

namespace Analytics.Dashboard.Cli;

/// <summary>The options that every verb has.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Warehouse = new("--warehouse")
    {
        Description = "数据仓库的文件夹，默认 ./warehouse",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string> Data = new("--data")
    {
        Description = "参考数据和评分规则的文件夹，默认 ./data，没有时用程序自带的",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string> Format = Choice(
        "--format",
        "table|json|csv|xlsx|…",
        "输出格式：table（默认）、json、csv；rank、score 和 query 还可以是 xlsx，query 还可以是 ndjson、arrow、parquet",
        "table",
        "json",
        "csv",
        "xlsx",
        "ndjson",
        "arrow",
        "parquet"
    );

    public static readonly Option<bool> NoBom = new("--no-bom")
    {
        Description = "csv 开头不写字节顺序标记（供程序读取；用 Excel 打开时需要它）",
        Recursive = true,
    };

    public static readonly Option<string> Out = new("--out")
    {
        Description = "写入文件而不是屏幕",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Force = new("--force") { Description = "覆盖已有的文件", Recursive = true };

    public static readonly Option<string> By = new("--by")
    {
        Description = "操作人，默认为系统用户名",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "出错时显示细节", Recursive = true };

    public static readonly Option<bool> Help = new("--help", "-h", "-?") { Description = "显示帮助", Recursive = true };

    public static IEnumerable<Option> All => [Warehouse, Data, Format, NoBom, Out, Force, By, Verbose, Help];

    private static Option<string> Choice(string name, string help, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = help,
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{name} 只能是 {string.Join("、", values)}，不能是 “{token.Value}”。");
            }
        });
        return option;
    }
}
