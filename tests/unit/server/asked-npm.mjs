// Stands in for npm: says what it was asked for.
console.log(process.argv.slice(2).join(' '));
