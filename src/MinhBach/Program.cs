using MinhBach.Commands;

return await CommandLine.RunAsync(args);
