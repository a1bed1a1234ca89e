#!/bin/sh
# What GitHub's servers do before refs move, by a push or through the API:
# refuses them all if one is protected. Lets pass, and writes down, what moves
# a ref other than forward. Both files lie beside the hook.
here=${0%/*}
updates=$(cat)

status=0
while IFS=' ' read -r _ _ ref; do
  if [ -s "$here/protected" ] && grep -qxF -e "$ref" "$here/protected"; then
    printf 'error: GH006: Protected branch update failed for %s.\n' "$ref" >&2
    printf '\n- Changes must be made through a pull request.\n' >&2
    status=1
  fi
done <<END
$updates
END
[ "$status" -eq 0 ] || exit "$status"

while IFS=' ' read -r old new ref; do
  case $old in
    *[!0]*)
      git merge-base --is-ancestor "$old" "$new" 2>/dev/null ||
        printf '%s %s %s\n' "$old" "$new" "$ref" >>"$here/forced"
      ;;
  esac
done <<END
$updates
END
