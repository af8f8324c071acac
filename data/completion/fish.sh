# fish completion for leadbook: asks the program itself, which knows its commands and the book.
function __leadbook_candidates
    set -l before (commandline -opc)
    set -l program $before[1]
    set -e before[1]
    set -l typed (commandline -ct)
    set -l files
    for line in ($program completion fish -- $before (string unescape -- $typed; or echo $typed) 2>/dev/null)
        if string match -q \t'*' -- $line
            __fish_complete_path $typed
        else
            echo $line
        end
    end
end
complete -c leadbook -f -a '(__leadbook_candidates)'
