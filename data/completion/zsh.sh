#compdef leadbook
# zsh completion for leadbook: asks the program itself, which knows its commands and the book.
_leadbook() {
  local line word says files=
  local -a found told asked
  asked=("${(@Q)words[2,CURRENT]}")
  for line in "${(@f)$("${(Q)words[1]}" completion zsh -- "${asked[@]}" 2>/dev/null)}"; do
    word=${line%%$'\t'*}
    says=${line#*$'\t'}
    [[ -z $line ]] && continue
    if [[ -z $word ]]; then
      files=1
      continue
    fi
    found+=("$word")
    told+=("$word${says:+  -- $says}")
  done
  if [[ -n $files ]]; then
    _files
    return
  fi
  (( $#found )) || return 1
  # -U: a record is found by any part of its name; the program has chosen already.
  compadd -U -V leadbook -l -d told -a found
}
if [[ ${funcstack[1]} == _leadbook ]]; then
  _leadbook "$@"
else
  compdef _leadbook leadbook
fi
