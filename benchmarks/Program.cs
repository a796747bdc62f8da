using Analytics.Benchmarks;
using Analytics.Benchmarks.Classifier;
using Analytics.Benchmarks.Compare;
using Analytics.Benchmarks.Demo;
using Analytics.Benchmarks.Generated;
using Analytics.Benchmarks.Load;
using Analytics.Benchmarks.Million;
using Analytics.Benchmarks.Queries;
using Analytics.Benchmarks.Workbooks;
using BenchmarkDotNet.Running;

if (args is ["demo", .. var rest])
{
    return DemoCommand.Run(rest);
}

if (args is ["generate", .. var wanted])
{
    return GenerateCommand.Run(wanted);
}

if (args is ["side", .. var side])
{
    return SideCommand.Run(side);
}

if (args is ["load", .. var load])
{
    return LoadCommand.Run(load);
}

if (args is ["million", .. var options])
{
    return MillionCommand.Run(options);
}

if (args is ["queries", .. var asked])
{
    return QueriesCommand.Run(asked);
}

if (args is ["workbooks", .. var sheets])
{
    return WorkbooksCommand.Run(sheets);
}

if (args is ["classify", .. var texts])
{
    return ClassifierCommand.Run(texts);
}

BenchmarkSwitcher.FromAssembly(typeof(ServePages).Assembly).Run(args);
return 0;
