# bash completion for leadbook: asks the program itself, which knows its commands and the book.
_leadbook() {
  local cur words line word says
  # Words as they were typed, but for the mark that bash parts them by.
  words=("${COMP_WORDS[@]:1:COMP_CWORD}")
  cur=${COMP_WORDS[COMP_CWORD]}
  # An opened quote is not part of the word.
  local typed=$cur
  typed=${typed#[\"\']}
  typed=${typed//\\/}
  words[${#words[@]}-1]=$typed
  local -a found=() told=()
  local files= begun=0
  while IFS= read -r line; do
    word=${line%%$'\t'*}
    says=${line#*$'\t'}
    if [[ -z $word ]]; then
      files=1
      continue
    fi
    found+=("$word")
    told+=("$says")
    [[ $word == "$typed"* ]] && begun=1
  done < <("${COMP_WORDS[0]}" completion bash -- "${words[@]}" 2>/dev/null)
  COMPREPLY=()
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$typed")
    return
  fi
  local index
  if ((${#found[@]} == 1)); then
    [[ $cur == [\"\']* ]] && COMPREPLY=("${found[0]}") || COMPREPLY=("$(printf '%q' "${found[0]}")")
    return
  fi
  # Where a list is shown (not where words are put in turn), it says what each one is.
  for index in "${!found[@]}"; do
    if [[ -n ${told[index]} && ${COMP_TYPE:-9} != 37 ]]; then
      COMPREPLY+=("${found[index]}  (${told[index]})")
    else
      COMPREPLY+=("${found[index]}")
    fi
  done
  # Candidates that hold the word but do not begin with it must not take its place together.
  ((${#found[@]} > 1 && begun == 0)) && [[ -n $typed ]] && COMPREPLY+=("$cur")
  compopt -o nosort 2>/dev/null
}
complete -F _leadbook leadbook
