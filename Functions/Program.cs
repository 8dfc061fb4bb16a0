Console.WriteLine("The host comes with the triggers.");
