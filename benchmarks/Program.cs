using Analytics.Benchmarks.Demo;
using BenchmarkDotNet.Running;

if (args is ["demo", .. var rest])
{
    return DemoCommand.Run(rest);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
