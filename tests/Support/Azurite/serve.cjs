// Runs the emulator until whoever started it closes the pipe to it, be it by being killed.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();

require('azurite/dist/src/azurite.js');
