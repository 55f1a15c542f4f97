# fish completion for sahel-tui: made from its command line by `make pages`

function __sahel_tui_operand --description 'The first argument that is no option'
    set -l waiting 0
    for word in (commandline -opc)[2..]
        if test $waiting -eq 1
            set waiting 0
        else if contains -- $word --theme --copy-file --config
            set waiting 1
        else if test "$word" = --; or not string match -q -- '-*' $word
            echo -- $word
            return
        end
    end
end

function __sahel_tui_first --description 'Whether the first argument is being typed'
    test -z "$(__sahel_tui_operand)"
end

function __sahel_tui_in --description 'Whether this is the command; without one, the explorer'
    set -l first (__sahel_tui_operand)
    contains -- "$first" check show points actors relations timeline path search dossier contradictions briefs index config doctor; or set first ''
    test "$argv" = "$first"
end

function __sahel_tui_briefs --description 'Briefs, and folders'
    __fish_complete_path (commandline -ct) | string match -r '^.*(?:\.toml|/)(?:\t|$).*'
end

complete -c sahel-tui -f
complete -c sahel-tui -n '__sahel_tui_first' -a check -d 'say what is wrong or doubtful in briefs'
complete -c sahel-tui -n '__sahel_tui_first' -a show -d 'show one brief, whole'
complete -c sahel-tui -n '__sahel_tui_first' -a points -d 'list the bottom-line points'
complete -c sahel-tui -n '__sahel_tui_first' -a actors -d 'list the actors'
complete -c sahel-tui -n '__sahel_tui_first' -a relations -d 'list the relations'
complete -c sahel-tui -n '__sahel_tui_first' -a timeline -d 'list the events by date'
complete -c sahel-tui -n '__sahel_tui_first' -a path -d 'tell how two actors are connected'
complete -c sahel-tui -n '__sahel_tui_first' -a search -d 'search a library'
complete -c sahel-tui -n '__sahel_tui_first' -a dossier -d 'show one actor through a whole library'
complete -c sahel-tui -n '__sahel_tui_first' -a contradictions -d 'list where briefs contradict each other'
complete -c sahel-tui -n '__sahel_tui_first' -a briefs -d 'list the briefs of a library'
complete -c sahel-tui -n '__sahel_tui_first' -a index -d 'make or renew the index of a library'
complete -c sahel-tui -n '__sahel_tui_first' -a config -d 'check or print the configuration'
complete -c sahel-tui -n '__sahel_tui_first' -a doctor -d 'say what the program finds here, and what to do'

# the explorer
complete -c sahel-tui -n '__sahel_tui_in' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in' -l version -d 'print the version and exit'
complete -c sahel-tui -n '__sahel_tui_in' -l theme -x -a 'terminal dark light mono' -d 'colours: terminal, dark, light, mono (the terminal\'s own palette is `terminal`)'
complete -c sahel-tui -n '__sahel_tui_in' -l ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in' -l no-ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in' -l mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in' -l no-mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in' -l plain-output -d 'let Textual write to the terminal by itself: more bytes, fewer assumptions'
complete -c sahel-tui -n '__sahel_tui_in' -l copy-file -r -F -d 'write copies here, too'
complete -c sahel-tui -n '__sahel_tui_in' -l fresh -d 'begin at the top, not where the library was left'
complete -c sahel-tui -n '__sahel_tui_in' -l config -r -F -d 'read this configuration instead of your own; /dev/null: none at all'

# check
complete -c sahel-tui -n '__sahel_tui_in check' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in check' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in check' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in check' -l strict -d 'find also what good practice asks for: sources without a digest, judgments with neither likelihood nor confidence, claims that rest on unreviewed passages alone'
complete -c sahel-tui -n '__sahel_tui_in check' -l json -d 'print one JSON object a line for each (docs/json.md)'

# show
complete -c sahel-tui -n '__sahel_tui_in show' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in show' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in show' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in show' -l json -d 'print one JSON object (docs/json.md)'

# points
complete -c sahel-tui -n '__sahel_tui_in points' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in points' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in points' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in points' -l actor -x -d 'that this actor (id, name or alias) has a part in'
complete -c sahel-tui -n '__sahel_tui_in points' -l type -x -d 'of this type (of points: this kind)'
complete -c sahel-tui -n '__sahel_tui_in points' -l match -x -d 'with this text in a visible field; accents, apostrophes and hyphens don\'t count, case only where TEXT has a capital'
complete -c sahel-tui -n '__sahel_tui_in points' -l json -d 'print one JSON object a line for each row (docs/json.md)'

# actors
complete -c sahel-tui -n '__sahel_tui_in actors' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in actors' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in actors' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in actors' -l type -x -d 'of this type (of points: this kind)'
complete -c sahel-tui -n '__sahel_tui_in actors' -l match -x -d 'with this text in a visible field; accents, apostrophes and hyphens don\'t count, case only where TEXT has a capital'
complete -c sahel-tui -n '__sahel_tui_in actors' -l suggest -d 'list the actors of a library that are probably one, with why (exit code 1: none)'
complete -c sahel-tui -n '__sahel_tui_in actors' -l json -d 'print one JSON object a line for each row (docs/json.md)'

# relations
complete -c sahel-tui -n '__sahel_tui_in relations' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in relations' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in relations' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in relations' -l actor -x -d 'that this actor (id, name or alias) has a part in'
complete -c sahel-tui -n '__sahel_tui_in relations' -l type -x -d 'of this type (of points: this kind)'
complete -c sahel-tui -n '__sahel_tui_in relations' -l sign -x -a '+ 0 -' -d 'of this sign: +, 0 or -'
complete -c sahel-tui -n '__sahel_tui_in relations' -l after -x -d 'on or after its first day'
complete -c sahel-tui -n '__sahel_tui_in relations' -l before -x -d 'on or before its last day'
complete -c sahel-tui -n '__sahel_tui_in relations' -l certainly -d 'with --after or --before: for certain, not just possibly'
complete -c sahel-tui -n '__sahel_tui_in relations' -l match -x -d 'with this text in a visible field; accents, apostrophes and hyphens don\'t count, case only where TEXT has a capital'
complete -c sahel-tui -n '__sahel_tui_in relations' -l status -x -a 'asserted alleged denied ended' -d 'of this status: asserted, alleged, denied, ended'
complete -c sahel-tui -n '__sahel_tui_in relations' -l confidence -x -a 'low moderate high unstated' -d 'of this confidence: low, moderate, high, unstated'
complete -c sahel-tui -n '__sahel_tui_in relations' -l ceiling -x -d 'with nothing that lies above this marking'
complete -c sahel-tui -n '__sahel_tui_in relations' -l as-of -x -d 'as it possibly stood on this date; with --certainly as it certainly did'
complete -c sahel-tui -n '__sahel_tui_in relations' -l list -d 'one row for each, as without it'
complete -c sahel-tui -n '__sahel_tui_in relations' -l map -d 'draw the actors and lines between them'
complete -c sahel-tui -n '__sahel_tui_in relations' -l matrix -d 'draw a table of actors by actors'
complete -c sahel-tui -n '__sahel_tui_in relations' -l changes -x -d 'what is new, has ended or turned its sign between two dates'
complete -c sahel-tui -n '__sahel_tui_in relations' -l structure -d 'who has the most relations, who stands between others, who holds together, and which three are at odds'
complete -c sahel-tui -n '__sahel_tui_in relations' -l width -x -d 'draw in so many cells; else in COLUMNS, the terminal\'s, or 80'
complete -c sahel-tui -n '__sahel_tui_in relations' -l json -d 'print one JSON object a line for each row (docs/json.md)'

# timeline
complete -c sahel-tui -n '__sahel_tui_in timeline' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in timeline' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l actor -x -d 'that this actor (id, name or alias) has a part in'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l type -x -d 'of this type (of points: this kind)'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l place -x -d 'at this place (id, name or alias)'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l after -x -d 'on or after its first day'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l before -x -d 'on or before its last day'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l certainly -d 'with --after or --before: for certain, not just possibly'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l match -x -d 'with this text in a visible field; accents, apostrophes and hyphens don\'t count, case only where TEXT has a capital'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l strip -d 'draw how many events there are over time, above the events or lanes'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l lanes -x -a 'actor place brief type' -d 'draw a lane of events for each actor, place, brief or type'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l around -x -d 'what is within --days of this event in any brief: its id, BRIEF#ID or its title'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l days -x -d 'with --around: how many days before or after it; 30 without it'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l joined -d 'each event once, with all briefs that tell it and in what they differ'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l width -x -d 'draw in so many cells; else in COLUMNS, the terminal\'s, or 80'
complete -c sahel-tui -n '__sahel_tui_in timeline' -l json -d 'print one JSON object a line for each row (docs/json.md)'

# path
complete -c sahel-tui -n '__sahel_tui_in path' 
complete -c sahel-tui -n '__sahel_tui_in path' 
complete -c sahel-tui -n '__sahel_tui_in path' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in path' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in path' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in path' -l as-of -x -d 'as it possibly stood on this date; with --certainly as it certainly did'
complete -c sahel-tui -n '__sahel_tui_in path' -l certainly -d 'with --as-of: by what certainly stood then'
complete -c sahel-tui -n '__sahel_tui_in path' -l positive -d 'by relations of positive sign alone'
complete -c sahel-tui -n '__sahel_tui_in path' -l limit -x -d 'at most so many paths; 5 without it'
complete -c sahel-tui -n '__sahel_tui_in path' -l json -d 'print one JSON object a line for each path (docs/json.md)'

# search
complete -c sahel-tui -n '__sahel_tui_in search' 
complete -c sahel-tui -n '__sahel_tui_in search' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in search' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in search' -l library -x -a '(__sahel_tui_briefs)' -d 'this folder of briefs instead of yours'
complete -c sahel-tui -n '__sahel_tui_in search' -l kind -x -a 'brief point actor event relation passage' -d 'hits: brief, point, actor, event, relation, passage'
complete -c sahel-tui -n '__sahel_tui_in search' -l limit -x -d 'at most so many hits'
complete -c sahel-tui -n '__sahel_tui_in search' -l count -d 'print how many briefs and hits'
complete -c sahel-tui -n '__sahel_tui_in search' -l explain -d 'print how the query is read and looked for'
complete -c sahel-tui -n '__sahel_tui_in search' -l index -x -a '(__fish_complete_directories (commandline -ct) "")' -d 'where its index is, if not in your cache'
complete -c sahel-tui -n '__sahel_tui_in search' -l json -d 'print one JSON object a line for each hit (docs/json.md)'

# dossier
complete -c sahel-tui -n '__sahel_tui_in dossier' 
complete -c sahel-tui -n '__sahel_tui_in dossier' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in dossier' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in dossier' -l library -x -a '(__sahel_tui_briefs)' -d 'this folder of briefs instead of yours'
complete -c sahel-tui -n '__sahel_tui_in dossier' -l limit -x -d 'at most so many rows of each kind; without it 1,000'
complete -c sahel-tui -n '__sahel_tui_in dossier' -l json -d 'print one JSON object (docs/json.md)'

# contradictions
complete -c sahel-tui -n '__sahel_tui_in contradictions' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l library -x -a '(__sahel_tui_briefs)' -d 'this folder of briefs instead of yours'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l kind -x -a 'event relation sign point' -d 'of event, relation, sign, point'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l brief -x -d 'those that this brief has a side in'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l limit -x -d 'the first so many that are found'
complete -c sahel-tui -n '__sahel_tui_in contradictions' -l json -d 'print one JSON object a line for each (docs/json.md)'

# briefs
complete -c sahel-tui -n '__sahel_tui_in briefs' -a '(__sahel_tui_briefs)'
complete -c sahel-tui -n '__sahel_tui_in briefs' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in briefs' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in briefs' -l sort -x -a 'title date publisher marking findings' -d 'by title, date, publisher, marking, findings; without it by date, the newest first'
complete -c sahel-tui -n '__sahel_tui_in briefs' -l match -x -d 'with these words in title, date, publisher, marking or path; accents, case and a typo don\'t count'
complete -c sahel-tui -n '__sahel_tui_in briefs' -l json -d 'print one JSON object a line for each brief (docs/json.md)'

# index
complete -c sahel-tui -n '__sahel_tui_in index' -a '(__fish_complete_directories (commandline -ct) "")'
complete -c sahel-tui -n '__sahel_tui_in index' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in index' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in index' -l rebuild -d 'make it from nothing, whatever there is of it'
complete -c sahel-tui -n '__sahel_tui_in index' -l index -x -a '(__fish_complete_directories (commandline -ct) "")' -d 'keep it here instead of in your cache'
complete -c sahel-tui -n '__sahel_tui_in index' -l json -d 'print one JSON object (docs/json.md)'

# config
complete -c sahel-tui -n '__sahel_tui_in config' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in config' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in config' -l check -d 'say what is wrong with it'
complete -c sahel-tui -n '__sahel_tui_in config' -l print -d 'print it whole, as TOML, with where each value is from'
complete -c sahel-tui -n '__sahel_tui_in config' -l json -d 'print with --check one JSON object a line for each error (docs/json.md)'
complete -c sahel-tui -n '__sahel_tui_in config' -l theme -x -a 'terminal dark light mono' -d 'colours: terminal, dark, light, mono (the terminal\'s own palette is `terminal`)'
complete -c sahel-tui -n '__sahel_tui_in config' -l ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in config' -l no-ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in config' -l mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in config' -l no-mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in config' -l plain-output -d 'let Textual write to the terminal by itself: more bytes, fewer assumptions'
complete -c sahel-tui -n '__sahel_tui_in config' -l copy-file -r -F -d 'write copies here, too'
complete -c sahel-tui -n '__sahel_tui_in config' -l fresh -d 'begin at the top, not where the library was left'
complete -c sahel-tui -n '__sahel_tui_in config' -l config -r -F -d 'read this configuration instead of your own; /dev/null: none at all'

# doctor
complete -c sahel-tui -n '__sahel_tui_in doctor' -s h -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l help -d 'show this help message and exit'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l json -d 'print one JSON object a line for each (docs/json.md)'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l theme -x -a 'terminal dark light mono' -d 'colours: terminal, dark, light, mono (the terminal\'s own palette is `terminal`)'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l no-ascii -d 'draw with ASCII alone, or never; without it: as locale and terminal allow'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l no-mouse -d 'use the mouse, or not (the default: its reports cost a slow line much)'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l plain-output -d 'let Textual write to the terminal by itself: more bytes, fewer assumptions'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l copy-file -r -F -d 'write copies here, too'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l fresh -d 'begin at the top, not where the library was left'
complete -c sahel-tui -n '__sahel_tui_in doctor' -l config -r -F -d 'read this configuration instead of your own; /dev/null: none at all'
